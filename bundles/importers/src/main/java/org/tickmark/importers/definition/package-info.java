/**
 * Import definitions: kept in the database, written as text, checked with their folders.
 */
package org.tickmark.importers.definition;
