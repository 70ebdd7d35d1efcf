package org.tickmark.reconciliation.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.FilePair;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Reference;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Entry;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/** Reconciles two files: chooses the accounts, hands the rows to the engine, one currency at a time. For one thread; used once. */
final class FileMatcher {
    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final FilePair files;
    private final Instant now;
    private final List<Problem> notes = new ArrayList<>();
    private final Map<Side, RowNames> names = new EnumMap<>(Side.class);
    private final Map<String, Snapshot.Builder> snapshots = new TreeMap<>();
    private final Map<String, Balances> balances = new TreeMap<>();

    FileMatcher(FilePair files, Instant now) {
        this.files = files;
        this.now = now;
        for (Side side : Side.values()) {
            names.put(side, new RowNames());
        }
    }

    FileMatching match(Progress progress, CancelToken cancel) {
        RuleList rules = rules();
        progress.update(Texts.message("progress.match"), 0, Progress.UNKNOWN);
        List<FileSide> sides = chosen();
        Currencies currencies = new Currencies(sides);
        currencies.tell(notes);
        Days days = new Days(files.period());
        sides.forEach(side -> read(side, currencies, days, cancel));
        days.tell(notes);
        List<Part> parts = new ArrayList<>();
        for (String currency : balances.keySet()) {
            Snapshot rows =
                    snapshots.computeIfAbsent(currency, Snapshot::builder).build();
            parts.add(new Part(
                    currency, balances.get(currency), Engine.run(rows, rules, Borne.NOTHING, Chains.NONE, cancel)));
        }
        return new Matching(sides, parts, names, notes, now);
    }

    private RuleList rules() {
        String template = files.rules().orElse(RuleList.templates().get(0));
        return RuleList.template(template).map(RuleList::of).orElseThrow(() -> Problem.error(
                        "usage.match-rules", Texts.message("rules.unknown"))
                .found(template)
                .expected(String.join(", ", RuleList.templates()))
                .exception());
    }

    private List<FileSide> chosen() {
        AccountChoice choice = new AccountChoice(notes);
        FileSide bank = FileSide.of(Side.BANK, files.bank());
        FileSide ledger = FileSide.of(Side.LEDGER, files.ledger());
        if (!files.bankAccounts().isEmpty()) {
            bank = choice.named(bank, files.bankAccounts());
        }
        if (!files.ledgerAccounts().isEmpty()) {
            ledger = choice.named(ledger, files.ledgerAccounts());
        }
        if (files.bankAccounts().isEmpty()) {
            bank = choice.fitting(bank, ledger);
        }
        if (files.ledgerAccounts().isEmpty()) {
            ledger = choice.fitting(ledger, bank);
        }
        return List.of(bank, ledger);
    }

    private void read(FileSide side, Currencies currencies, Days days, CancelToken cancel) {
        side.statements()
                .forEach(statement -> balances(currencies.of(statement)).add(side.side(), statement));
        side.eachEntry((statement, numbered) -> {
            RowNames rowNames = names.get(side.side());
            if (rowNames.size() % ROWS_BETWEEN_CHECKS == 0) {
                cancel.throwIfCancelled();
            }
            days.add(side.side(), numbered.entry().bookingDate().orElseThrow());
            add(side.side(), statement, numbered, currencies.of(statement, numbered.entry()), rowNames.size());
            rowNames.add(numbered.entry().id(), numbered.number());
        });
    }

    private void add(Side side, FilePreview.Statement statement, NumberedEntry numbered, String currency, long row) {
        ImportedEntry entry = numbered.entry();
        LocalDate day = entry.bookingDate().orElseThrow();
        balances(currency).add(side, statement, entry, day);
        if (files.period().contains(day)) {
            snapshot(side, entry, day, currency, row);
        }
    }

    private void snapshot(Side side, ImportedEntry entry, LocalDate day, String currency, long row) {
        snapshots
                .computeIfAbsent(currency, Snapshot::builder)
                .add(new Entry(
                        row,
                        side,
                        day,
                        entry.valueDate(),
                        entry.amount(),
                        references(entry),
                        entry.party().name(),
                        entry.party().account(),
                        entry.bankReference(),
                        String.join("\n", entry.text()),
                        Entry.Original.of(entry.originalAmount(), entry.originalCurrency())));
    }

    /** What the entry itself and the payments inside it name. */
    private static List<Reference> references(ImportedEntry entry) {
        return Stream.concat(entry.references().stream(), entry.documents().stream())
                .toList();
    }

    private Balances balances(String currency) {
        return balances.computeIfAbsent(currency, key -> new Balances(files.period()));
    }
}
