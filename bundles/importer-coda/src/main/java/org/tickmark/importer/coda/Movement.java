package org.tickmark.importer.coda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.lines.LineProblems.Field;

/** A movement: what its records 21 to 23 and the information records 31 to 33 behind them say. */
final class Movement {
    private static final String NOT_GIVEN = "NOTPROVIDED";
    private static final char STRUCTURED = '1';
    private static final int STRUCTURE_LENGTH = 3;

    private final CodaRecord record;
    private final Optional<BigDecimal> amount;
    private final StringBuilder communication = new StringBuilder();
    private final StringBuilder information = new StringBuilder();
    private final List<Reference> references = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private String name = "";
    private String account = "";
    private String bic = "";
    private Optional<BigDecimal> originalAmount = Optional.empty();
    private String originalCurrency = "";
    private char informationCode = ' ';
    private boolean told;

    /** A movement that begins with this record 21. */
    Movement(CodaRecord record) {
        this.record = record;
        this.amount = record.signed(32, 33, 47);
        communication.append(record.raw(63, 115));
    }

    /** The kind of movement: 0 to 3 move the balance, 5 to 9 are details of one that does. */
    int type() {
        char type = record.at(54);
        return type >= '0' && type <= '9' ? type - '0' : -1;
    }

    /** Whether it moves the balance. */
    boolean isEntry() {
        return type() >= 0 && type() <= 3;
    }

    /** Whether it is the detail of a movement that is itself a detail. */
    boolean isDetailOfDetail() {
        return type() == 9;
    }

    /** Where it begins. */
    String place() {
        return record.place();
    }

    /** Signed amount; nothing when it cannot be read. */
    Optional<BigDecimal> amount() {
        return amount;
    }

    /** Takes a record 22. */
    void more(CodaRecord second) {
        communication.append(second.raw(11, 63));
        reference(Reference.Type.END_TO_END, second.text(64, 98));
        bic = second.text(99, 109);
    }

    /** Takes a record 23. */
    void counterparty(CodaRecord third) {
        account = third.text(11, 44);
        name = third.text(48, 82);
        communication.append(third.raw(83, 125));
    }

    /** Takes a record 31, with which information begins. */
    void information(CodaRecord first) {
        endInformation();
        informationCode = first.at(40);
        information.append(first.raw(41, 113));
    }

    /** Takes a record 32 or 33, with which information goes on. */
    void moreInformation(CodaRecord next, int to) {
        information.append(next.raw(11, to));
    }

    /** Reads what was gathered; the currency is that of the account. */
    void end(String currency) {
        if (told) {
            return;
        }
        told = true;
        if (record.at(62) == STRUCTURED) {
            Communication.read(communication.toString(), currency, this);
        } else {
            text(communication.toString());
        }
        endInformation();
    }

    void reference(Reference.Type type, String value) {
        if (!value.isBlank() && !value.strip().equals(NOT_GIVEN)) {
            references.add(new Reference(type, value));
        }
    }

    void text(String line) {
        if (!line.isBlank()) {
            text.add(line.strip());
        }
    }

    void name(String other) {
        name = name.isEmpty() ? other.strip() : name;
    }

    void original(Optional<BigDecimal> originally, String currency) {
        originalAmount = originally;
        originalCurrency = currency;
    }

    /** Tells that an amount in the communication cannot be read. */
    void refuseAmount() {
        record.refuse(Field.AMOUNT, 63, 115, "000000001234560");
    }

    /** Starts the entry that it is; it must have an amount. */
    ImportedEntry.Builder entry() {
        ImportedEntry.Builder entry = ImportedEntry.of(amount.orElseThrow(), record.place());
        record.date(116, 121).ifPresent(entry::bookingDate);
        record.date(48, 53).ifPresent(entry::valueDate);
        entry.bankReference(record.text(11, 31))
                .transactionCode(record.text(54, 61))
                .party(party());
        references.forEach(reference -> entry.reference(reference.type(), reference.value()));
        text.forEach(entry::text);
        originalAmount.ifPresent(
                original -> entry.original(amount.get().signum() < 0 ? original.negate() : original, originalCurrency));
        return entry;
    }

    /** The detail that it is; it must have an amount. */
    EntryDetail detail() {
        List<Reference> all = new ArrayList<>(references);
        String bank = record.text(11, 31);
        if (!bank.isEmpty()) {
            all.add(new Reference(Reference.Type.BANK, bank));
        }
        return new EntryDetail(amount.orElseThrow(), all, party(), text);
    }

    /** Information of a kind of its own: a name and address, a text of the bank, a party behind the other side. */
    private void endInformation() {
        if (information.isEmpty()) {
            return;
        }
        String all = information.toString();
        information.setLength(0);
        if (informationCode != STRUCTURED) {
            text(all);
            return;
        }
        String content = all.substring(STRUCTURE_LENGTH);
        switch (all.substring(0, STRUCTURE_LENGTH)) {
            case "001" -> name(content.substring(0, 70));
            case "008", "009" -> text(content.substring(0, 70));
            default -> text(content);
        }
    }

    private Party party() {
        boolean named = !name.isEmpty() || !account.isEmpty() || !bic.isEmpty();
        return named ? new Party(name, account, bic, "") : Party.NONE;
    }
}
