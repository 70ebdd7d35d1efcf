/** From a tree to a typed program: names, types, overloads, and code. */
package org.tickmark.script.crmscript.compile;
