/** Running scripts: a session carries one run on, within its limits and in somebody's name, with the objects that the script was granted. */
package org.tickmark.script.run;
