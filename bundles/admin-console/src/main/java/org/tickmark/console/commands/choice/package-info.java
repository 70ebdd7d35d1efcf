/** The words for the constants of enumerations. */
package org.tickmark.console.commands.choice;
