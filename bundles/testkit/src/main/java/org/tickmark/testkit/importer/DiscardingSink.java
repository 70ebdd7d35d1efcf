package org.tickmark.testkit.importer;

import java.util.function.LongConsumer;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** Takes what an importer tells and keeps nothing of it but the number of entries. For one thread. */
public final class DiscardingSink implements StatementSink, StatementWriter {
    private final LongConsumer onEntry;
    private long entries;

    /** A sink that calls back for every entry with its number from 1. */
    public DiscardingSink(LongConsumer onEntry) {
        this.onEntry = onEntry;
    }

    /** How many entries there were. */
    public long entries() {
        return entries;
    }

    @Override
    public void encoding(String name) {}

    @Override
    public StatementWriter open(StatementHeader header) {
        return this;
    }

    @Override
    public void balance(Balance balance) {}

    @Override
    public void control(ControlTotals totals) {}

    @Override
    public void entry(ImportedEntry entry) {
        entries++;
        onEntry.accept(entries);
    }

    @Override
    public void problem(Problem problem) {}

    @Override
    public void close() {}
}
