/** From a source to tokens, and from tokens to a tree; and a source put in form. */
package org.tickmark.script.crmscript.syntax;
