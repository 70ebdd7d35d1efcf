package org.tickmark.importer.bgmax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What came to the account as one sum, as its record tells.
 *
 * @param amount the sum; empty when it cannot be read
 * @param count how many payments and deductions it is made of; -1 when it cannot be read
 * @param day when it came
 * @param number day and number of the deposit; empty when there is none
 * @param position where it stands
 */
record Deposit(Optional<BigDecimal> amount, long count, Optional<LocalDate> day, String number, String position) {}
