/** Measures how well and how fast rows are matched: see {@code benchmarks/README.md}. */
package org.tickmark.benchmarks.matching;
