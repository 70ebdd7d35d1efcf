/** What several benchmarks need: databases and servers of their own, fresh processes with the same memory, and what they found. */
package org.tickmark.benchmarks.kit;
