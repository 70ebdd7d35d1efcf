/**
 * The database: {@link org.tickmark.platform.database.Store} opens it, {@link org.tickmark.platform.database.Migrator}
 * brings a bundle's tables up to date, and the store's transactions and locks are what the other bundles work with.
 */
package org.tickmark.platform.database;
