/** Amounts of money as text and as scaled longs. */
package org.tickmark.kit.money;
