/** Text for people and for spreadsheets. */
package org.tickmark.kit.text;
