/**
 * Rows of a view as records: {@link org.tickmark.kit.record.ViewRecords}.
 */
package org.tickmark.kit.record;
