package org.tickmark.benchmarks.matching.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.Group;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.benchmarks.matching.workload.SplitMix;
import org.tickmark.benchmarks.matching.workload.Workload;

/** Gives the rows of a workload in a form, each under the name that it has in its file. Rows are not kept unless shuffled. */
public final class Sheets {
    private final Workload workload;
    private final Form form;

    public Sheets(Workload workload, Form form) {
        this.workload = workload;
        this.form = form;
    }

    /** Takes what a workload is made of. */
    public interface Sink {
        /** The next group, numbered from 0 on. Its rows come after it. */
        void group(Group group);

        /**
         * The next row of a side.
         *
         * @param name what its file calls it
         * @param group the number of its group
         */
        void row(Side side, String name, int group, Row row);
    }

    private record Placed(int group, Row row) {}

    /** Gives all groups and rows. */
    public void forEach(Sink sink) {
        if (form.shuffle().isEmpty()) {
            new Streaming(sink).run();
        } else {
            shuffled(sink, form.shuffle().getAsLong());
        }
    }

    private final class Streaming {
        private final Sink sink;
        private int bankRows;
        private int ledgerRows;
        private int groups;

        Streaming(Sink sink) {
            this.sink = sink;
        }

        void run() {
            workload.forEach(group -> {
                sink.group(group);
                group.bank().forEach(row -> give(Side.BANK, row));
                group.ledger().forEach(row -> give(Side.LEDGER, row));
                groups++;
            });
        }

        private void give(Side side, Row row) {
            int number = side == Side.BANK ? ++bankRows : ++ledgerRows;
            sink.row(side, name(side, number), groups, row);
        }
    }

    private void shuffled(Sink sink, long seed) {
        List<Group> groups = new ArrayList<>();
        workload.forEach(groups::add);
        groups.forEach(sink::group);
        for (Side side : Side.values()) {
            List<Placed> rows = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                for (Row row : side == Side.BANK
                        ? groups.get(group).bank()
                        : groups.get(group).ledger()) {
                    rows.add(new Placed(group, row));
                }
            }
            Collections.shuffle(rows, new Random(side == Side.BANK ? seed : SplitMix.mix(seed)));
            for (int i = 0; i < rows.size(); i++) {
                sink.row(
                        side,
                        name(side, i + 1),
                        rows.get(i).group(),
                        rows.get(i).row());
            }
        }
    }

    /** The name of the n-th row of a side: its number if files have no names. */
    private String name(Side side, int number) {
        if (form.omitted().contains(Column.ID)) {
            return Integer.toString(number);
        }
        String prefix = side == Side.BANK ? "B" : "L";
        if (form.rename().isEmpty()) {
            return prefix + String.format("%07d", number);
        }
        return prefix + Long.toHexString(SplitMix.mix(SplitMix.mix(form.rename().getAsLong()) + number));
    }
}
