/** How fast files are read, beside other libraries, and booked, beside bare JDBC on the same tables. */
package org.tickmark.benchmarks.importing;
