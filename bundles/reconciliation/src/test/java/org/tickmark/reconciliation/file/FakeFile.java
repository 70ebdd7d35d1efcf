package org.tickmark.reconciliation.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;

/** A file as if it had been opened: statements told one after the other, rows told into the last one. */
final class FakeFile implements OpenedFile {
    private final String name;
    private final List<StatementHeader> headers = new ArrayList<>();
    private final List<Optional<BigDecimal>> openings = new ArrayList<>();
    private final List<Optional<BigDecimal>> closings = new ArrayList<>();
    private final List<List<NumberedEntry>> entries = new ArrayList<>();
    private long number;

    FakeFile(String name) {
        this.name = name;
    }

    FakeFile statement(Kind kind, String account, String currency) {
        headers.add(StatementHeader.of(kind, new AccountId(AccountId.Scheme.BBAN, account), currency)
                .build());
        openings.add(Optional.empty());
        closings.add(Optional.empty());
        entries.add(new ArrayList<>());
        return this;
    }

    FakeFile statement(Kind kind, String account, String currency, String from, String to) {
        statement(kind, account, currency);
        headers.set(
                headers.size() - 1,
                StatementHeader.of(kind, new AccountId(AccountId.Scheme.BBAN, account), currency)
                        .period(LocalDate.parse(from), LocalDate.parse(to))
                        .build());
        return this;
    }

    FakeFile balances(String opening, String closing) {
        openings.set(openings.size() - 1, Optional.of(new BigDecimal(opening)));
        closings.set(closings.size() - 1, Optional.of(new BigDecimal(closing)));
        return this;
    }

    FakeFile row(String id, String date, String amount, String reference, String party) {
        return add(entry(id, date, amount)
                .reference(Reference.Type.CREDITOR, reference)
                .party(Party.named(party))
                .build());
    }

    /** A row in which the bank has put payments of one amount together, each with a reference. */
    FakeFile batch(String id, String date, String each, String... references) {
        BigDecimal amount = new BigDecimal(each);
        ImportedEntry.Builder batch = entry(
                id, date, amount.multiply(BigDecimal.valueOf(references.length)).toPlainString());
        for (String reference : references) {
            batch.detail(new EntryDetail(
                    amount, List.of(new Reference(Reference.Type.CREDITOR, reference)), Party.NONE, List.of()));
        }
        return add(batch.build());
    }

    FakeFile pending(String id, String date, String amount) {
        return add(entry(id, date, amount).status(ImportedEntry.Status.PENDING).build());
    }

    FakeFile in(String currency, String id, String date, String amount, String reference) {
        return add(entry(id, date, amount)
                .currency(currency)
                .reference(Reference.Type.CREDITOR, reference)
                .build());
    }

    private static ImportedEntry.Builder entry(String id, String date, String amount) {
        return ImportedEntry.of(new BigDecimal(amount), "line").id(id).bookingDate(LocalDate.parse(date));
    }

    private FakeFile add(ImportedEntry entry) {
        entries.get(entries.size() - 1).add(new NumberedEntry(++number, entry));
        return this;
    }

    @Override
    public FilePreview preview() {
        List<FilePreview.Statement> statements = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            statements.add(new FilePreview.Statement(headers.get(i), proof(i), List.of()));
        }
        return new FilePreview(name, "fake", "UTF-8", statements, List.of(), Optional.empty());
    }

    private StatementProof proof(int statement) {
        List<ImportedEntry> booked = entries.get(statement).stream()
                .map(NumberedEntry::entry)
                .filter(entry -> entry.status() == ImportedEntry.Status.BOOKED)
                .toList();
        BigDecimal sum = booked.stream().map(ImportedEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new StatementProof(openings.get(statement), sum, closings.get(statement), booked.size());
    }

    @Override
    public Iterable<NumberedEntry> entries(int statement) {
        return entries.get(statement);
    }

    @Override
    public void close() {
        entries.clear();
    }
}
