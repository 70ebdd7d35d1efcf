package org.tickmark.reconciliation.file;

import org.tickmark.api.host.reconciliation.FileMatching.Open;

/**
 * A row in no match.
 *
 * @param position its place among the rows of its side, from 0
 * @param shown the row as it is told
 */
record OpenRow(long position, Open shown) {}
