package org.tickmark.importer.camt;

import java.math.BigDecimal;

/**
 * An amount as an element gives it.
 *
 * @param amount the amount, its sign as written
 * @param currency ISO 4217 code; empty when the element has none
 */
record Money(BigDecimal amount, String currency) {}
