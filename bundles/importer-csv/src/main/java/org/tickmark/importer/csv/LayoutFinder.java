package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;

/** Finds the table in a sample of a file and decides how it is read. For one thread. */
final class LayoutFinder {
    /** So far down the names of the columns may stand. */
    private static final int HEADER_LINES = 60;
    /** So many lines that look like names are tried where no name is known. */
    private static final int UNNAMED_TRIED = 3;
    /** Accounts of a chart of accounts have few digits, those of banks more. */
    private static final Pattern CHART_ACCOUNT = Pattern.compile("\\d{1,6}");

    private final Sample sample;
    private final Choices choices;

    /**
     * Where a table begins.
     *
     * @param table the rows it stands among
     * @param header index of the line with the names; -1 for none
     * @param headings the names
     * @param columns what they mean
     * @param profile the profile it was recognised by
     * @param named whether names told dates and amounts
     * @param rivals columns between which nothing decides
     */
    record Found(
            Table table,
            int header,
            List<Heading> headings,
            Columns columns,
            Optional<Profile> profile,
            boolean named,
            List<String> rivals) {
        /** The line with the names, or the last one before the data. */
        long headerLine() {
            return header < 0
                    ? table.lines().get(0).number() - 1
                    : table.lines().get(header).number();
        }

        /** How sure it is that this is the table, from 0 to 100. */
        int sureness() {
            if (profile.isPresent()) {
                return profile.get().name().equals(Profiles.OWN) ? 95 : 90;
            }
            return named ? 70 : 40;
        }

        /** Whether the cells of a column have as few digits as the accounts of a chart. */
        boolean hasShort(int column) {
            List<Table.Line> below =
                    table.lines().subList(header + 1, table.lines().size());
            return !below.isEmpty()
                    && below.stream()
                            .allMatch(line ->
                                    CHART_ACCOUNT.matcher(line.cell(column)).matches());
        }

        private int width() {
            return headings.size();
        }
    }

    LayoutFinder(Sample sample, Choices choices) {
        this.sample = sample;
        this.choices = choices;
    }

    /** Where the table is, if there is one. */
    Optional<Found> find() {
        List<Table> tables = sample.tables(choices);
        List<Found> all = new ArrayList<>();
        tables.forEach(table -> byProfile(table).ifPresent(all::add));
        if (all.isEmpty()
                && choices.profile()
                        .filter(name -> !name.equals(Choices.NO_PROFILE))
                        .isEmpty()) {
            tables.forEach(table -> byGuess(table).ifPresent(all::add));
        }
        return all.stream()
                .max(Comparator.comparingInt(Found::sureness)
                        .thenComparingInt(Found::width)
                        .thenComparing(found -> -all.indexOf(found)));
    }

    private Optional<Found> byProfile(Table table) {
        if (!choices.headed()
                || choices.profile().filter(Choices.NO_PROFILE::equals).isPresent()) {
            return Optional.empty();
        }
        for (int header : candidates(table)) {
            List<Heading> headings = table.headings(header);
            Optional<Profile> profile = choices.profile()
                    .map(name -> Profiles.named(name).filter(named -> named.matches(headings)))
                    .orElseGet(() -> Profiles.recognise(headings));
            Optional<Columns> columns = profile.flatMap(known -> override(known.columns(headings), headings));
            if (columns.isPresent()) {
                return Optional.of(new Found(table, header, headings, columns.get(), profile, true, List.of()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> byGuess(Table table) {
        if (table.lines().isEmpty()) {
            return Optional.empty();
        }
        if (!choices.headed()) {
            return guess(table, candidates(table).stream().findFirst().orElse(0) - 1, unnamed(table));
        }
        int unnamedTried = 0;
        Optional<Found> best = Optional.empty();
        for (int header : candidates(table)) {
            Table.Line line = table.lines().get(header);
            List<Heading> headings = table.headings(header);
            boolean named = isNamed(headings);
            if (isHeading(line) && (named || unnamedTried++ < UNNAMED_TRIED)) {
                Optional<Found> found = guess(table, header, headings);
                if (found.isPresent() && found.get().named()) {
                    return found;
                }
                best = best.or(() -> found);
            }
        }
        return best;
    }

    private Optional<Found> guess(Table table, int header, List<Heading> headings) {
        List<Table.Line> below = table.lines().subList(header + 1, table.lines().size());
        ColumnGuess guess = new ColumnGuess(headings, below);
        List<String> rivals = choices.columns().containsKey(Role.AMOUNT) ? List.of() : guess.rivals();
        return override(guess.columns(), headings)
                .map(columns ->
                        new Found(table, header, headings, columns, Optional.empty(), guess.isByNames(), rivals));
    }

    /** Indexes of the lines that may hold the names. */
    private List<Integer> candidates(Table table) {
        List<Table.Line> lines = table.lines();
        List<Integer> all =
                IntStream.range(0, Math.min(lines.size(), HEADER_LINES)).boxed().toList();
        if (choices.skip().isPresent()) {
            int skipped = choices.skip().get();
            return all.stream()
                    .filter(i -> lines.get(i).number() > skipped)
                    .limit(1)
                    .toList();
        }
        Set<String> wanted = wantedNames();
        return all.stream()
                .filter(i -> wanted.isEmpty()
                        || table.headings(i).stream()
                                .map(Heading::folded)
                                .collect(Collectors.toSet())
                                .containsAll(wanted))
                .toList();
    }

    /** Names that the definition gives columns a meaning by. */
    private Set<String> wantedNames() {
        return choices.columns().values().stream()
                .flatMap(List::stream)
                .filter(name -> !isNumber(name))
                .map(Words::fold)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isNumber(String name) {
        return name.matches("#\\d{1,3}");
    }

    private static List<Heading> unnamed(Table table) {
        int width = table.lines().stream()
                .mapToInt(line -> line.cells().size())
                .max()
                .orElse(0);
        return IntStream.range(0, width).mapToObj(column -> Heading.of("")).toList();
    }

    /** Whether names tell both dates and amounts. */
    private static boolean isNamed(List<Heading> headings) {
        boolean dated = holds(headings, Role.BOOKING_DATE) || holds(headings, Role.VALUE_DATE);
        return dated && (holds(headings, Role.AMOUNT) || holds(headings, Role.DEBIT) || holds(headings, Role.OUT));
    }

    private static boolean holds(List<Heading> headings, Role role) {
        Map<String, Integer> names = Words.headings(role);
        return headings.stream()
                .anyMatch(heading -> names.containsKey(heading.folded())
                        || names.containsKey(heading.bare())
                        || (role == Role.BOOKING_DATE && heading.endsWith(Words.DATE_ENDINGS))
                        || (role == Role.AMOUNT && heading.endsWith(Words.AMOUNT_ENDINGS)));
    }

    /** Whether a line may be one of names: several cells, none of them a date or a number. */
    private static boolean isHeading(Table.Line line) {
        DateCell date = new DateCell();
        AmountCell amount = new AmountCell();
        return line.filled() >= 2 && line.cells().stream().noneMatch(cell -> date.isDate(cell) || amount.read(cell));
    }

    /** The columns with what the definition says of them; none if it names one that is not there. */
    private Optional<Columns> override(Columns columns, List<Heading> headings) {
        for (Map.Entry<Role, List<String>> entry : choices.columns().entrySet()) {
            List<Integer> places =
                    entry.getValue().stream().map(name -> place(name, headings)).toList();
            if (places.contains(Columns.NONE)) {
                return Optional.empty();
            }
            columns.remove(entry.getKey());
            places.forEach(column -> columns.add(entry.getKey(), column));
        }
        return Optional.of(columns).filter(Columns::isComplete);
    }

    private static int place(String name, List<Heading> headings) {
        int place = isNumber(name)
                ? Integer.parseInt(name.substring(1)) - 1
                : headings.stream().map(Heading::folded).toList().indexOf(Words.fold(name));
        return place < headings.size() ? place : Columns.NONE;
    }

    /**
     * How the file is read.
     *
     * @param context what is known of the file, which may tell what nothing in it does
     * @throws TickmarkException if there is no table, or nothing decides how it is read
     */
    Layout layout(ReadContext context) {
        Found found = find().orElseThrow(() -> sample.obstacle().orElseGet(this::noTable));
        if (!found.rivals().isEmpty()) {
            throw Problems.refusal(ErrorClass.E2, "rivals")
                    .where(found.table().form().place(found.headerLine()))
                    .found(String.join(", ", found.rivals()))
                    .exception();
        }
        return new LayoutDecision(sample, choices, context, found).layout();
    }

    private TickmarkException noTable() {
        if (!choices.columns().isEmpty()) {
            return Problems.refusal(ErrorClass.E2, "no-columns")
                    .found(choices.columns().values().stream()
                            .flatMap(List::stream)
                            .collect(Collectors.joining(", ")))
                    .exception();
        }
        return Problems.refusal(ErrorClass.E2, "no-table")
                .found(Problems.shown(sample.beginning()))
                .exception();
    }
}
