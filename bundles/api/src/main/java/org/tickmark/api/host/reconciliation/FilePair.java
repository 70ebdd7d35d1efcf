package org.tickmark.api.host.reconciliation;

import java.util.List;
import java.util.Objects;
import org.tickmark.api.host.imports.OpenedFile;

/**
 * Two files to be reconciled with each other, both of which could be read.
 *
 * @param bank what the bank, or another outside party, says
 * @param ledger what the ledger says
 * @param bankAccounts numbers of the accounts of the bank's file that take part; empty for all
 * @param ledgerAccounts numbers of the accounts of the ledger's file that take part; empty for the one that fits the bank's
 *     file best
 */
public record FilePair(OpenedFile bank, OpenedFile ledger, List<String> bankAccounts, List<String> ledgerAccounts) {
    public FilePair {
        Objects.requireNonNull(bank, "bank");
        Objects.requireNonNull(ledger, "ledger");
        bankAccounts = List.copyOf(bankAccounts);
        ledgerAccounts = List.copyOf(ledgerAccounts);
    }
}
