/** What every script can use by name. */
package org.tickmark.script.crmscript.library;
