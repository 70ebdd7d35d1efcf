package org.tickmark.reconciliation.file;

import org.tickmark.reconciliation.engine.Outcome;

/**
 * What was found in one currency.
 *
 * @param currency ISO 4217 code; empty when neither file says it
 * @param balances what the files say of their accounts
 * @param outcome what the engine made of the rows; each is known by its place among the rows of its side, from 0
 */
record Part(String currency, Balances balances, Outcome outcome) {}
