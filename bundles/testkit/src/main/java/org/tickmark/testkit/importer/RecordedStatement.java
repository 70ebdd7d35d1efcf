package org.tickmark.testkit.importer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementWriter;

/** What an importer told of one statement. For one thread at a time. */
public final class RecordedStatement implements StatementWriter {
    /** Whether opening and entries give the closing. */
    public enum Proof {
        /** They do. */
        OK,
        /** They do not. */
        FAILED,
        /** A balance is missing: nothing to prove. */
        NONE
    }

    private final StatementHeader header;
    private final RecordingSink sink;
    private final Consumer<String> transcript;
    private final List<Balance> balances = new ArrayList<>();
    private final List<ControlTotals> controls = new ArrayList<>();
    private final List<ImportedEntry> entries = new ArrayList<>();
    private boolean closed;

    RecordedStatement(StatementHeader header, RecordingSink sink, Consumer<String> transcript) {
        this.header = header;
        this.sink = sink;
        this.transcript = transcript;
    }

    @Override
    public void balance(Balance balance) {
        tell("balance " + Transcript.of(balance));
        balances.add(balance);
    }

    @Override
    public void control(ControlTotals totals) {
        tell("control " + totals);
        controls.add(totals);
    }

    @Override
    public void entry(ImportedEntry entry) {
        tell("entry " + Transcript.of(entry));
        entries.add(entry);
    }

    @Override
    public void problem(Problem problem) {
        requireOpen("problem");
        sink.problem(problem);
    }

    @Override
    public void close() {
        tell("close");
        closed = true;
    }

    /** What the statement said of itself. */
    public StatementHeader header() {
        return header;
    }

    /** The balances told, in their order. */
    public List<Balance> balances() {
        return Collections.unmodifiableList(balances);
    }

    /** The control totals told, in their order. */
    public List<ControlTotals> controls() {
        return Collections.unmodifiableList(controls);
    }

    /** The entries told, in their order, those too that are not booked. */
    public List<ImportedEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The booked entries, in their order. */
    public List<ImportedEntry> booked() {
        return entries.stream()
                .filter(entry -> entry.status() == ImportedEntry.Status.BOOKED)
                .toList();
    }

    /** Whether the importer closed it. */
    public boolean isClosed() {
        return closed;
    }

    /** How many entries are booked. */
    public int count() {
        return booked().size();
    }

    /** The signed sum of the booked entries; its scale is the largest of theirs. */
    public BigDecimal sum() {
        return booked().stream().map(ImportedEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The opening balance, if told. */
    public Optional<BigDecimal> opening() {
        return balance(Balance.Kind.OPENING);
    }

    /** The closing balance, if told. */
    public Optional<BigDecimal> closing() {
        return balance(Balance.Kind.CLOSING);
    }

    /** Whether opening and booked entries give the closing. */
    public Proof proof() {
        if (opening().isEmpty() || closing().isEmpty()) {
            return Proof.NONE;
        }
        return opening().get().add(sum()).compareTo(closing().get()) == 0 ? Proof.OK : Proof.FAILED;
    }

    /**
     * Account, currency, balances and booked amounts in one line, with every decimal as it was told; {@code -} stands for what was not
     * told: {@code SE4550000000058398257466 SEK 1000.00 > 1080.00: 100.00 -20.00}.
     */
    public String summary() {
        return orDash(header.account().number()) + " " + orDash(header.currency()) + " " + plain(opening()) + " > "
                + plain(closing()) + ":"
                + booked().stream()
                        .map(entry -> " " + entry.amount().toPlainString())
                        .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return summary();
    }

    private Optional<BigDecimal> balance(Balance.Kind kind) {
        return balances.stream()
                .filter(balance -> balance.kind() == kind)
                .findFirst()
                .map(Balance::amount);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String plain(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("-");
    }

    private void tell(String what) {
        requireOpen(what);
        transcript.accept(what);
    }

    private void requireOpen(String what) {
        if (closed) {
            throw new IllegalStateException("told after the statement was closed: " + what);
        }
    }
}
