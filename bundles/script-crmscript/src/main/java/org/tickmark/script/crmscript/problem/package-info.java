/** What is wrong with a script, and the texts for it. */
package org.tickmark.script.crmscript.problem;
