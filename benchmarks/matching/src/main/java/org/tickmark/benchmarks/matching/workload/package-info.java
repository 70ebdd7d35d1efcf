/** Invented rows of two sides with the truth of what belongs together. The same seed gives the same rows on every machine. */
package org.tickmark.benchmarks.matching.workload;
