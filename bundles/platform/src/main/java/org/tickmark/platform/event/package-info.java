/**
 * Events: {@link org.tickmark.platform.event.Handlers} are asked before, told after; what each is owed is kept in the
 * database from the transaction in which it happened until it was delivered.
 */
package org.tickmark.platform.event;
