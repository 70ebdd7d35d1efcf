package org.tickmark.reconciliation.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.Snapshot;

/** What reconciling two files found, one currency after the other. For one thread. */
final class Matching implements FileMatching {
    private static final Comparator<OpenRow> BANK_FIRST_BY_DATE = Comparator.<OpenRow, Side>comparing(
                    open -> open.shown().row().side())
            .thenComparing(open -> open.shown().row().bookingDate());

    private final List<FileSide> sides;
    private final List<Part> parts;
    private final Map<Side, RowNames> names;
    private final List<Problem> notes;
    private final Instant now;
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final List<OpenRow> open = new ArrayList<>();

    Matching(List<FileSide> sides, List<Part> parts, Map<Side, RowNames> names, List<Problem> notes, Instant now) {
        this.sides = List.copyOf(sides);
        this.parts = List.copyOf(parts);
        this.names = Map.copyOf(names);
        this.notes = List.copyOf(notes);
        this.now = now;
        showWhatIsOpen();
    }

    /** Every suggestion is made of open rows, so that these are all that has to be read again. */
    private void showWhatIsOpen() {
        FileRows.Wanted wanted = new FileRows.Wanted();
        for (Part part : parts) {
            for (int row = 0; row < part.outcome().rows().size(); row++) {
                if (part.outcome().isOpen(row)) {
                    wanted.add(part.outcome().rows(), row);
                }
            }
        }
        FileRows rows = FileRows.read(sides, names, wanted);
        LocalDate last = last().orElse(LocalDate.MIN);
        for (Part part : parts) {
            addOpen(part, rows, last);
            addSuggestions(part, rows);
        }
        open.sort(BANK_FIRST_BY_DATE);
    }

    private Optional<LocalDate> last() {
        return parts.stream().flatMap(part -> part.balances().last().stream()).max(Comparator.naturalOrder());
    }

    private void addOpen(Part part, FileRows rows, LocalDate last) {
        Outcome outcome = part.outcome();
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.isOpen(row)) {
                Row shown = rows.of(outcome.rows(), row);
                long age = last.toEpochDay() - shown.bookingDate().toEpochDay();
                open.add(new OpenRow(outcome.rows().id(row), new Open(shown, age, outcome.reason(row))));
            }
        }
    }

    private void addSuggestions(Part part, FileRows rows) {
        Snapshot snapshot = part.outcome().rows();
        for (var suggestion : part.outcome().suggestions()) {
            List<Row> bank = new ArrayList<>();
            List<Row> ledger = new ArrayList<>();
            for (int i = 0; i < suggestion.size(); i++) {
                Row row = rows.of(snapshot, suggestion.row(i));
                (row.side() == Side.BANK ? bank : ledger).add(row);
            }
            suggestions.add(new Suggestion(
                    name(snapshot, suggestion.anchor()),
                    suggestion.rank(),
                    bank,
                    ledger,
                    part.outcome().difference(suggestion),
                    part.currency(),
                    suggestion.reasons()));
        }
    }

    private String name(Snapshot snapshot, int row) {
        return names.get(snapshot.side(row)).of(snapshot.id(row));
    }

    @Override
    public List<String> accounts(Side side) {
        return sides.stream()
                .filter(chosen -> chosen.side() == side)
                .flatMap(chosen -> chosen.accounts().stream())
                .toList();
    }

    @Override
    public long rows(Side side) {
        return parts.stream()
                .map(part -> part.outcome().rows())
                .mapToLong(rows -> side == Side.BANK ? rows.bankRows() : rows.size() - rows.bankRows())
                .sum();
    }

    @Override
    public List<RuleCount> rules() {
        List<RuleCount> sums = new ArrayList<>();
        for (Part part : parts) {
            List<RuleCount> counts = part.outcome().ruleCounts();
            for (int i = 0; i < counts.size(); i++) {
                if (sums.size() <= i) {
                    sums.add(counts.get(i));
                } else {
                    sums.set(i, sum(sums.get(i), counts.get(i)));
                }
            }
        }
        return sums;
    }

    private static RuleCount sum(RuleCount one, RuleCount other) {
        return new RuleCount(
                one.rule(),
                one.kind(),
                one.matches() + other.matches(),
                one.bankEntries() + other.bankEntries(),
                one.ledgerEntries() + other.ledgerEntries());
    }

    /** Made one at a time as they are asked for: a large file has very many. */
    @Override
    public List<Match> matches() {
        int count =
                parts.stream().mapToInt(part -> part.outcome().matches().size()).sum();
        return new AbstractList<>() {
            @Override
            public Match get(int index) {
                int position = index;
                for (Part part : parts) {
                    List<Found> matches = part.outcome().matches();
                    if (position < matches.size()) {
                        return match(part, matches.get(position), index + 1L);
                    }
                    position -= matches.size();
                }
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private Match match(Part part, Found found, long id) {
        Outcome outcome = part.outcome();
        List<String> bank = new ArrayList<>();
        List<String> ledger = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            (outcome.rows().side(found.row(i)) == Side.BANK ? bank : ledger).add(name(outcome.rows(), found.row(i)));
        }
        return new Match(
                id,
                outcome.rules().rules().get(found.rule()).name(),
                bank,
                ledger,
                outcome.amount(found),
                outcome.difference(found),
                part.currency(),
                outcome.evidence(found));
    }

    @Override
    public List<Suggestion> suggestions() {
        return List.copyOf(suggestions);
    }

    @Override
    public List<Open> open() {
        return open.stream().map(OpenRow::shown).toList();
    }

    List<OpenRow> openRows() {
        return List.copyOf(open);
    }

    @Override
    public List<Proof> proofs() {
        return parts.stream()
                .flatMap(part -> part.balances().last().stream()
                        .map(date -> new FileProof(part.currency(), part.balances(), part.outcome()).of(date)))
                .toList();
    }

    @Override
    public List<Problem> notes() {
        return notes;
    }

    @Override
    public String htmlReport(Locale locale) {
        return new FileReport(this, sides, parts, names, now).html(locale);
    }

    @Override
    public String textReport(Locale locale) {
        return new FileReport(this, sides, parts, names, now).text(locale);
    }
}
