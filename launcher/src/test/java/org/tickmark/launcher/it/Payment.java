package org.tickmark.launcher.it;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an invented company was paid or paid.
 *
 * @param number counts its payments, from 1
 * @param day booking date, at the bank and in the ledger
 * @param amount positive when it was paid
 * @param reference by which the payment can be told; empty for none
 * @param text what stands beside it
 * @param bankReference the bank's own number of it; empty for none
 */
record Payment(int number, LocalDate day, BigDecimal amount, String reference, String text, String bankReference) {}
