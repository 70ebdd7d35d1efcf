/**
 * Plain JDBC with less ceremony: {@link org.tickmark.kit.jdbc.Sql} runs a statement, {@link org.tickmark.kit.jdbc.Row}
 * reads what comes back, {@link org.tickmark.kit.jdbc.Batch} sends many rows.
 */
package org.tickmark.kit.jdbc;
