/** What is stored of scripts: definitions with their versions, runs, and the text that definitions are exported to. */
package org.tickmark.script.store;
