/** How fast recurrences are answered, beside four other libraries on the same rules. */
package org.tickmark.benchmarks.recurrence;
