/** CRMScript as a language of scripts: source, tokens, tree, typed program, execution. */
package org.tickmark.script.crmscript;
