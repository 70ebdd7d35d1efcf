/** How well bank and ledger were matched, by the truth. */
package org.tickmark.benchmarks.matching.score;
