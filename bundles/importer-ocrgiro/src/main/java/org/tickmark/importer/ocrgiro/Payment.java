package org.tickmark.importer.ocrgiro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

/** One payment, with the records behind its first one. */
final class Payment {
    private final String number;
    private final String id;
    private final Optional<BigDecimal> amount;
    private final Optional<LocalDate> day;
    private final String kid;
    private final String settlement;
    private final String type;
    private final String position;
    private final List<String> text = new ArrayList<>();
    private String archiveReference = "";
    private String debitAccount = "";

    /**
     * A payment.
     *
     * @param number its number in the assignment, which its other records repeat
     * @param id its number in the world: shipment, assignment and own
     * @param amount signed; empty when it cannot be read
     * @param settlement what names the sum that came to the account
     */
    Payment(
            String number,
            String id,
            Optional<BigDecimal> amount,
            Optional<LocalDate> day,
            String kid,
            String settlement,
            String type,
            String position) {
        this.number = number;
        this.id = id;
        this.amount = amount;
        this.day = day;
        this.kid = kid;
        this.settlement = settlement;
        this.type = type;
        this.position = position;
    }

    /** Its number in the assignment. */
    String number() {
        return number;
    }

    /** The signed amount; empty when it cannot be read. */
    Optional<BigDecimal> amount() {
        return amount;
    }

    /** Takes the bank's reference and the account that paid. */
    void paidFrom(String reference, String account) {
        archiveReference = reference;
        debitAccount = account;
    }

    /** Takes a line of text. */
    void addText(String line) {
        text.add(line);
    }

    /** The payment as an entry of this amount. */
    ImportedEntry entry(BigDecimal signed) {
        ImportedEntry.Builder entry = ImportedEntry.of(signed, position)
                .id(id)
                .bankReference(archiveReference)
                .reference(Reference.Type.CREDITOR, kid)
                .reference(Reference.Type.BATCH, settlement)
                .transactionCode(type)
                .party(new Party("", debitAccount, "", ""));
        day.ifPresent(entry::bookingDate);
        text.forEach(entry::text);
        return entry.build();
    }
}
