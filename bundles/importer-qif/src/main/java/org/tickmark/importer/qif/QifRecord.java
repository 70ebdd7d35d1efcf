package org.tickmark.importer.qif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

/** One transaction while its lines are read. */
final class QifRecord {
    private final String position;
    private final List<Split> splits = new ArrayList<>();
    private Optional<LocalDate> day = Optional.empty();
    private Optional<BigDecimal> amount = Optional.empty();
    private boolean amountGiven;
    private String payee = "";
    private String memo = "";
    private String number = "";
    private String category = "";

    /** A part of a transaction. */
    private static final class Split {
        private final String category;
        private String memo = "";
        private BigDecimal amount;

        Split(String category) {
            this.category = category;
        }

        EntryDetail detail() {
            List<String> text = new ArrayList<>();
            if (!memo.isEmpty()) {
                text.add(memo);
            }
            if (!category.isEmpty()) {
                text.add(category);
            }
            return new EntryDetail(amount, List.of(), Party.NONE, text);
        }
    }

    /** A record that begins here. */
    QifRecord(String position) {
        this.position = position;
    }

    /** Takes the day. */
    void day(Optional<LocalDate> told) {
        day = told;
    }

    /** Takes the amount; the first one that can be read holds, for programs write it twice. */
    void amount(Optional<BigDecimal> told) {
        amountGiven = true;
        amount = amount.or(() -> told);
    }

    void payee(String text) {
        payee = text;
    }

    void memo(String text) {
        memo = text;
    }

    void number(String text) {
        number = text;
    }

    void category(String text) {
        category = text;
    }

    /** Begins a part. */
    void split(String splitCategory) {
        splits.add(new Split(splitCategory));
    }

    /** Whether a part has begun: what follows belongs to it. */
    boolean isInSplit() {
        return !splits.isEmpty();
    }

    /** Takes the memo of the part. */
    void splitMemo(String text) {
        splits.get(splits.size() - 1).memo = text;
    }

    /** Takes the amount of the part. */
    void splitAmount(Optional<BigDecimal> told) {
        splits.get(splits.size() - 1).amount = told.orElse(null);
    }

    /** Whether there is an amount, be it readable or not: without one it is no transaction. */
    boolean hasAmount() {
        return amountGiven;
    }

    /** Whether its parts have amounts that sum to its own; true without parts. */
    boolean splitsAgree() {
        if (splits.isEmpty() || amount.isEmpty()) {
            return true;
        }
        boolean readable = splits.stream().allMatch(split -> split.amount != null);
        return readable
                && splits.stream()
                                .map(split -> split.amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(amount.get())
                        == 0;
    }

    /** The transaction as an entry; empty when its amount cannot be read. */
    Optional<ImportedEntry> entry() {
        return amount.map(signed -> {
            boolean numeric = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
            ImportedEntry.Builder entry = ImportedEntry.of(signed, position)
                    .party(Party.named(payee))
                    .transactionCode(numeric ? "" : number)
                    .reference(Reference.Type.CUSTOMER, numeric ? number : "")
                    .text(memo)
                    .text(category);
            day.ifPresent(entry::bookingDate);
            if (splitsAgree()) {
                splits.forEach(split -> entry.detail(split.detail()));
            }
            return entry.build();
        });
    }
}
