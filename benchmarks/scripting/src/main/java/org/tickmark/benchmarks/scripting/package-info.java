/** How fast scripts run, beside Rhino and Groovy in the same process, and what a trace of them costs. */
package org.tickmark.benchmarks.scripting;
