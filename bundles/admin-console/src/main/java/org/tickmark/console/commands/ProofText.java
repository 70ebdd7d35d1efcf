package org.tickmark.console.commands;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.money.Amounts;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** Balance proofs: lines for people, objects for programs. */
final class ProofText {
    private final Locale locale;

    ProofText(Locale locale) {
        this.locale = locale;
    }

    /** A line that says whether it holds, and below it a line a number. */
    String text(Proof proof) {
        TextTable lines = TextTable.of(Align.LEFT, Align.RIGHT);
        line(lines, "proof.bank", proof.bankBalance(), proof);
        line(lines, "proof.ledger", proof.ledgerBalance(), proof);
        line(lines, "proof.difference", proof.bankBalance().subtract(proof.ledgerBalance()), proof);
        line(lines, "proof.opening", proof.openingDifference(), proof);
        line(lines, "proof.bank-open", proof.bankOpen(), proof);
        line(lines, "proof.ledger-open", proof.ledgerOpen().negate(), proof);
        line(lines, "proof.matched", proof.matchedDifference(), proof);
        proof.bankStated().ifPresent(stated -> line(lines, "proof.bank-stated", stated, proof));
        proof.ledgerStated().ifPresent(stated -> line(lines, "proof.ledger-stated", stated, proof));
        return "  "
                + words(proof.ok() ? "proof.ok" : "proof.failed", proof.date().toString(), currency(proof)) + "\n"
                + lines.text();
    }

    private String currency(Proof proof) {
        return proof.currency().isEmpty() ? words("proof.no-currency") : proof.currency();
    }

    private void line(TextTable lines, String id, BigDecimal amount, Proof proof) {
        lines.row("    " + words(id), Amounts.display(amount, proof.currency(), locale));
    }

    private String words(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }

    Map<String, Object> document(Proof proof) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("date", proof.date());
        document.put("currency", proof.currency());
        document.put("bank_balance", proof.bankBalance());
        document.put("ledger_balance", proof.ledgerBalance());
        document.put("opening_difference", proof.openingDifference());
        document.put("bank_open", proof.bankOpen());
        document.put("ledger_open", proof.ledgerOpen());
        document.put("matched_difference", proof.matchedDifference());
        document.put("bank_stated", proof.bankStated().orElse(null));
        document.put("ledger_stated", proof.ledgerStated().orElse(null));
        document.put("ok", proof.ok());
        document.put("failures", ProblemDocument.of(proof.failures(), locale));
        return document;
    }
}
