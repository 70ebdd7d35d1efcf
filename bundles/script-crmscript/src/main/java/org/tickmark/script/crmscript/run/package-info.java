/** A typed program and its execution. */
package org.tickmark.script.crmscript.run;
