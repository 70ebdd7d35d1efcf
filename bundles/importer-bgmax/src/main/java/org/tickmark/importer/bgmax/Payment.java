package org.tickmark.importer.bgmax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

/** One payment or deduction, with the records behind it. */
final class Payment {
    /** Several references, which come in records of their own. */
    private static final char SEVERAL = '3';
    /** A reference that was checked. */
    private static final char CHECKED = '2';

    private final BigDecimal amount;
    private final String serial;
    private final String position;
    private final String account;
    private final List<Reference> references = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private String name = "";
    private String organisation = "";

    /**
     * A payment.
     *
     * @param amount signed
     * @param serial the number by which Bankgirot knows it
     * @param account the bankgiro number of the sender; empty when it has none
     */
    Payment(BigDecimal amount, String serial, String account, String position) {
        this.amount = amount;
        this.serial = serial;
        this.account = account;
        this.position = position;
    }

    /** The signed amount. */
    BigDecimal amount() {
        return amount;
    }

    /** Takes the reference of its own record, of the kind that the code tells. */
    void reference(String value, char code) {
        if (code == SEVERAL) {
            addText(value);
        } else {
            extraReference(value, code == CHECKED ? Reference.Type.CREDITOR : Reference.Type.CUSTOMER);
        }
    }

    /** Takes one more reference. */
    void extraReference(String value, Reference.Type type) {
        if (!value.isEmpty()) {
            references.add(new Reference(type, value));
        }
    }

    /** Takes a line of text. */
    void addText(String line) {
        if (!line.isEmpty()) {
            text.add(line);
        }
    }

    /** Takes the sender's name. */
    void name(String sender) {
        name = sender;
    }

    /** Takes the sender's organisation number. */
    void organisation(String number) {
        organisation = number;
    }

    /** The payment as an entry of its own. */
    ImportedEntry entry(Optional<LocalDate> day, String deposit) {
        ImportedEntry.Builder entry = ImportedEntry.of(amount, position)
                .id(serial)
                .bankReference(serial)
                .party(party());
        day.ifPresent(entry::bookingDate);
        references.forEach(reference -> entry.reference(reference.type(), reference.value()));
        text.forEach(entry::text);
        return entry.reference(Reference.Type.BATCH, deposit).build();
    }

    /** The payment as a part of its deposit. */
    EntryDetail detail() {
        List<Reference> all = new ArrayList<>(references);
        if (!serial.isEmpty()) {
            all.add(new Reference(Reference.Type.BANK, serial));
        }
        return new EntryDetail(amount, all, party(), text);
    }

    private Party party() {
        return new Party(name, account, "", organisation);
    }
}
