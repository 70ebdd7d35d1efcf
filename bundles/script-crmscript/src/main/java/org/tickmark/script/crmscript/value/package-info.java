/** Types, values, and what using them costs. */
package org.tickmark.script.crmscript.value;
