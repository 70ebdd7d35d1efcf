/**
 * What formats of ledgers have in common: {@link org.tickmark.kit.ledger.Ledger} holds one open statement an account, {@link
 * org.tickmark.kit.ledger.Voucher} sums a voucher, {@link org.tickmark.kit.ledger.Strictness} is what a finding leads to.
 */
package org.tickmark.kit.ledger;
