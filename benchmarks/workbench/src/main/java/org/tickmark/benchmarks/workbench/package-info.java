/** Measures how fast the pages of the packed program come when much is stored. */
package org.tickmark.benchmarks.workbench;
