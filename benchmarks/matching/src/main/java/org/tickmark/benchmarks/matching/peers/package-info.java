/** How others match: databases by SQL, and policies that are documented of other systems, on the same rows. */
package org.tickmark.benchmarks.matching.peers;
