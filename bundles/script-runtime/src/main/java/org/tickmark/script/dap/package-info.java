/** The Debug Adapter Protocol, by which editors debug scripts: one conversation over one session. */
package org.tickmark.script.dap;
