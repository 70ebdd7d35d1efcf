package org.tickmark.importer.camt;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.xml.XmlCursor;

/**
 * Reads one {@code Ntry} and tells it. With exactly one transaction inside, the entry takes over what that tells; with several they become its
 * details. An entry without a readable amount, direction or status is told as an error and left out.
 */
final class EntryReader {
    /** What a transaction takes in memory beside its texts, in bytes. */
    private static final int TRANSACTION_OVERHEAD = 500;

    private final Reading reading;
    private final XmlCursor xml;
    private final Fields fields;
    private final int line;
    private final String position;
    private final Set<Reference> references = new LinkedHashSet<>();
    private final List<TransactionReader> transactions = new ArrayList<>();
    private Optional<Money> money = Optional.empty();
    private Optional<Direction> direction = Optional.empty();
    private Optional<Status> status = Optional.of(Status.BOOKED);
    private Optional<LocalDate> bookingDate = Optional.empty();
    private Optional<LocalDate> valueDate = Optional.empty();
    private boolean hasMoney;
    private boolean hasDirection;
    private boolean reversal;
    private String bankReference = "";
    private String entryReference = "";
    private String code = "";
    private String additional = "";
    private long transactionCount;

    /** A reader of the entry that the cursor has just entered. */
    EntryReader(Reading reading, Fields fields) {
        this.reading = reading;
        this.xml = reading.xml();
        this.fields = fields;
        this.line = xml.line();
        this.position = xml.path();
    }

    /** Reads the element and leaves it. */
    void read() throws IOException {
        xml.renewBudget();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Amt" -> {
                    hasMoney = true;
                    money = fields.money();
                }
                case "CdtDbtInd" -> {
                    hasDirection = true;
                    direction = fields.direction();
                }
                case "RvslInd" -> reversal = fields.flag();
                case "Sts" -> status = fields.status();
                case "BookgDt" -> bookingDate = fields.date();
                case "ValDt" -> valueDate = fields.date();
                case "AcctSvcrRef" -> bankReference = TransactionReader.given(xml.text());
                case "NtryRef" -> {
                    entryReference = TransactionReader.given(xml.text());
                    addReference(Reference.Type.BANK, entryReference);
                }
                case "BkTxCd" -> code = TransactionReader.transactionCode(xml);
                case "NtryDtls" -> details();
                case "Btch" -> batch();
                case "TxDtls" -> transaction();
                case "AddtlNtryInf" -> additional = xml.text();
                default -> xml.skip();
            }
        }
    }

    /** The currency of the amount; empty when the file does not say. */
    String currency() {
        return money.map(Money::currency).orElse("");
    }

    /** Whether the entry is booked; false too for one whose status cannot be read. */
    boolean isBooked() {
        return status.equals(Optional.of(Status.BOOKED));
    }

    /**
     * Tells the entry, or why it cannot be told.
     *
     * @param statementCurrency the currency of the statement
     * @param ownAccount the number of the account that the statement is of
     */
    void tell(StatementWriter statement, String statementCurrency, String ownAccount) {
        if (!hasMoney) {
            fields.missing(place(), "Amt");
        }
        if (!hasDirection) {
            fields.missing(place(), "CdtDbtInd");
        }
        if (money.isPresent() && money.get().amount().signum() < 0) {
            fields.refuse("amount", place(), money.get().amount().toPlainString(), "1234.56");
        } else if (money.isPresent() && direction.isPresent() && status.isPresent()) {
            statement.entry(entry(statement, statementCurrency, ownAccount));
        }
    }

    private ImportedEntry entry(StatementWriter statement, String statementCurrency, String ownAccount) {
        Direction way = direction.orElseThrow();
        ImportedEntry.Builder entry = ImportedEntry.of(
                        way.sign(money.orElseThrow().amount()), position)
                .status(status.orElseThrow())
                .reversal(reversal);
        bookingDate.ifPresent(entry::bookingDate);
        valueDate.ifPresent(entry::valueDate);
        if (!currency().isEmpty() && !currency().equals(statementCurrency)) {
            entry.currency(currency());
        }
        if (transactions.size() == 1) {
            takeOver(entry, transactions.get(0), way, ownAccount);
        } else {
            addDetails(entry, statement, way, ownAccount);
        }
        return entry.id(entryReference.isEmpty() ? bankReference : entryReference)
                .bankReference(bankReference)
                .transactionCode(code)
                .text(additional)
                .build();
    }

    private void takeOver(ImportedEntry.Builder entry, TransactionReader only, Direction way, String ownAccount) {
        references.addAll(only.references());
        addTo(entry);
        only.text().forEach(entry::text);
        entry.party(only.otherSide(way, reversal, ownAccount));
        only.original(currency()).ifPresent(money -> entry.original(way.sign(money.amount()), money.currency()));
        bankReference = bankReference.isEmpty() ? only.bankReference() : bankReference;
        code = code.isEmpty() ? only.code() : code;
    }

    private void addDetails(ImportedEntry.Builder entry, StatementWriter statement, Direction way, String ownAccount) {
        int withoutAmount = 0;
        for (TransactionReader transaction : transactions) {
            Optional<EntryDetail> detail = transaction.detail(way, reversal, currency(), ownAccount);
            if (detail.isPresent()) {
                entry.detail(detail.get());
            } else {
                withoutAmount++;
                references.addAll(transaction.references());
                transaction.text().forEach(entry::text);
            }
        }
        addTo(entry);
        if (withoutAmount > 0) {
            statement.problem(Problem.warning(
                            ErrorClass.W.code("detail-amount"),
                            Texts.message("camt.detail-amount", withoutAmount, transactions.size()))
                    .where(place())
                    .build());
        }
    }

    private void addTo(ImportedEntry.Builder entry) {
        references.forEach(reference -> entry.reference(reference.type(), reference.value()));
    }

    private void details() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Btch" -> batch();
                case "TxDtls" -> transaction();
                default -> xml.skip();
            }
        }
    }

    private void batch() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "MsgId", "PmtInfId" -> addReference(Reference.Type.BATCH, xml.text());
                default -> xml.skip();
            }
        }
    }

    private void transaction() throws IOException {
        reading.cancel().throwIfCancelled();
        transactionCount++;
        if (reading.keepDetails() || transactionCount == 1) {
            TransactionReader transaction = new TransactionReader(xml, fields);
            transaction.read();
            xml.spend(TRANSACTION_OVERHEAD);
            transactions.add(transaction);
        } else {
            xml.skip();
            transactions.clear();
        }
    }

    private void addReference(Reference.Type type, String value) {
        if (!TransactionReader.given(value).isEmpty()) {
            references.add(new Reference(type, value));
        }
    }

    private String place() {
        return XmlCursor.place(line, position);
    }
}
