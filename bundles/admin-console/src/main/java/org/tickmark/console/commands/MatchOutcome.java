package org.tickmark.console.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.FileMatching.Match;
import org.tickmark.api.host.reconciliation.FileMatching.Open;
import org.tickmark.api.host.reconciliation.FileMatching.Row;
import org.tickmark.api.host.reconciliation.FileMatching.Suggestion;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.message.Message;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.kit.money.Amounts;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** What came of matching two files: in words for people, as a document for programs. */
final class MatchOutcome {
    private static final int WIDTH = 120;
    /** More rows than this are for a report or a program. */
    private static final int MOST_SHOWN = 25;

    private final Previews previews;
    private final FileMatching matching;
    private final Times times;
    private final Optional<Path> report;
    private final Locale locale;
    private final ProofText proofText;
    private final List<Open> open;
    private final List<Proof> proofs;

    /**
     * An outcome.
     *
     * @param previews the two files, the bank's first
     * @param report where the report was written, if it was asked for
     */
    MatchOutcome(Previews previews, FileMatching matching, Times times, Optional<Path> report, Caller caller) {
        this.previews = previews;
        this.matching = matching;
        this.times = times;
        this.report = report;
        this.locale = caller.locale();
        this.proofText = new ProofText(locale);
        this.open = matching.open();
        this.proofs = matching.proofs();
    }

    /** How long each step took. */
    record Times(Duration read, Duration match, Duration write) {}

    boolean proven() {
        return proofs.stream().allMatch(Proof::ok);
    }

    long open() {
        return open.size();
    }

    private long open(Side side) {
        return open.stream().filter(item -> item.row().side() == side).count();
    }

    List<Problem> problems() {
        return Stream.of(
                        previews.problems().stream(),
                        matching.notes().stream(),
                        proofs.stream().flatMap(proof -> proof.failures().stream()))
                .flatMap(problems -> problems)
                .toList();
    }

    Message summary() {
        return Texts.text(
                proven() ? "match.done" : "match.failed",
                matching.matches().size(),
                open(Side.BANK),
                open(Side.LEDGER));
    }

    // ---------------------------------------------------------------- in words

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(words(
                        "match.matched",
                        matching.matches().size(),
                        matching.rows(Side.BANK),
                        matching.rows(Side.LEDGER)))
                .append('\n')
                .append(RuleCounts.text(matching.rules(), locale));
        for (Side side : Side.values()) {
            openRows(side, text);
        }
        suggestions(text);
        proofs.forEach(proof -> text.append('\n').append(proofText.text(proof)));
        report.ifPresent(file ->
                text.append('\n').append(words("match.report", file.toString())).append('\n'));
        return text.toString();
    }

    private void openRows(Side side, StringBuilder text) {
        List<Open> items = openOn(side).toList();
        text.append('\n')
                .append(words(side == Side.BANK ? "match.open-bank" : "match.open-ledger", items.size()))
                .append('\n');
        TextTable table = TextTable.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT);
        items.stream()
                .limit(MOST_SHOWN)
                .forEach(item -> table.row(
                        "  " + item.row().name(),
                        item.row().bookingDate().toString(),
                        Amounts.display(item.row().amount(), item.row().currency(), locale),
                        what(item.row()),
                        item.reason().text(locale)));
        text.append(table.text(WIDTH, TextTable.Overflow.WRAP));
        more(items.size(), text);
    }

    private static String what(Row row) {
        return Stream.of(row.party(), row.reference(), row.text())
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private void suggestions(StringBuilder text) {
        List<Suggestion> best = matching.suggestions().stream()
                .filter(suggestion -> suggestion.rank() == 1)
                .toList();
        if (best.isEmpty()) {
            return;
        }
        text.append('\n').append(words("match.suggestions", best.size())).append('\n');
        TextTable table = TextTable.of(Align.LEFT, Align.LEFT, Align.LEFT);
        best.stream()
                .limit(MOST_SHOWN)
                .forEach(suggestion -> table.row(
                        "  " + joined(suggestion.bank()),
                        joined(suggestion.ledger()),
                        String.join("; ", texts(suggestion.reasons()))));
        text.append(table.text(WIDTH, TextTable.Overflow.WRAP));
        more(best.size(), text);
    }

    private static String joined(List<Row> rows) {
        return rows.stream().map(Row::name).collect(Collectors.joining(", "));
    }

    private void more(long size, StringBuilder text) {
        if (size > MOST_SHOWN) {
            text.append("  ").append(words("match.more", size - MOST_SHOWN)).append('\n');
        }
    }

    private List<String> texts(List<Message> messages) {
        return messages.stream().map(message -> message.text(locale)).toList();
    }

    private String words(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }

    // ---------------------------------------------------------------- as a document

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", previews.document());
        document.put("accounts", sides(matching::accounts));
        document.put("rows", sides(matching::rows));
        document.put("rules", RuleCounts.documents(matching.rules()));
        document.put("matches", mapped(matching.matches(), this::document));
        document.put("suggestions", mapped(matching.suggestions(), this::document));
        document.put("open", sides(this::openNames));
        document.put("open_items", sides(this::openItems));
        document.put("proof", proof());
        document.put("issues", ProblemDocument.of(problems(), locale));
        document.put("report", report.map(Path::toString));
        document.put("seconds", seconds());
        return document;
    }

    private static Map<String, Object> sides(Function<Side, Object> value) {
        return Arrays.stream(Side.values())
                .collect(Collectors.toMap(Choices::id, value, (one, other) -> one, LinkedHashMap::new));
    }

    /** The objects, made one at a time as they are written: a large file has very many. */
    private static <T> List<Map<String, Object>> mapped(List<T> values, Function<T, Map<String, Object>> document) {
        return new AbstractList<>() {
            @Override
            public Map<String, Object> get(int index) {
                return document.apply(values.get(index));
            }

            @Override
            public int size() {
                return values.size();
            }
        };
    }

    private Map<String, Object> document(Match match) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", match.id());
        document.put("rule", match.rule());
        document.put("bank", match.bank());
        document.put("ledger", match.ledger());
        document.put("amount", Amounts.plain(match.amount(), match.currency()));
        document.put("difference", Amounts.plain(match.difference(), match.currency()));
        document.put("evidence", texts(match.evidence()));
        return document;
    }

    private Map<String, Object> document(Suggestion suggestion) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("for", suggestion.anchor());
        document.put("rank", suggestion.rank());
        document.put("bank", names(suggestion.bank()));
        document.put("ledger", names(suggestion.ledger()));
        document.put("difference", Amounts.plain(suggestion.difference(), suggestion.currency()));
        document.put("reasons", texts(suggestion.reasons()));
        return document;
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }

    private List<String> openNames(Side side) {
        return openOn(side).map(item -> item.row().name()).toList();
    }

    private List<Map<String, Object>> openItems(Side side) {
        return mapped(openOn(side).toList(), this::document);
    }

    private Stream<Open> openOn(Side side) {
        return open.stream().filter(item -> item.row().side() == side);
    }

    private Map<String, Object> document(Open item) {
        Row row = item.row();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", row.name());
        document.put("account", row.account());
        document.put("booking_date", row.bookingDate());
        document.put("amount", Amounts.plain(row.amount(), row.currency()));
        document.put("currency", row.currency());
        document.put("reference", row.reference());
        document.put("party", row.party());
        document.put("text", row.text());
        document.put("age_days", item.ageDays());
        document.put("reason_id", item.reason().id());
        document.put("reason", item.reason().text(locale));
        return document;
    }

    private Map<String, Object> proof() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", proven());
        document.put("currencies", proofs.stream().map(proofText::document).toList());
        return document;
    }

    private Map<String, Object> seconds() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("read", times.read());
        document.put("match", times.match());
        document.put("write", times.write());
        return document;
    }
}
