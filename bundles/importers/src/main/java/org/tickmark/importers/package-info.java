/**
 * Imports: the service, its settings and records. Definitions are in {@code definition}, what becomes of files in
 * {@code pipeline}.
 */
package org.tickmark.importers;
