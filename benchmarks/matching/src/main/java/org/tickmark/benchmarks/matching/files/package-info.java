/** Workloads as files: rows in Tickmark's own CSV profile, the truth beside them, sums and hashes of both. */
package org.tickmark.benchmarks.matching.files;
