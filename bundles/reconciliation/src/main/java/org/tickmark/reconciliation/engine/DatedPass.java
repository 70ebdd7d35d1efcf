package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * A pass that takes entries by other dates than those of their booking: it works on the same rows as if they were booked on these. Reasons are
 * told in those terms.
 */
final class DatedPass implements Pass {
    private final Pass pass;
    private final DateFields dates;

    DatedPass(Pass pass, DateFields dates) {
        this.pass = pass;
        this.dates = dates;
    }

    @Override
    public void run(Board board) {
        Snapshot rows = board.rows();
        Snapshot.Builder builder =
                Snapshot.builder(rows.currency()).keepContents().rates(rows.rates());
        for (int row = 0; row < rows.size(); row++) {
            builder.add(dates.dated(rows.contents(row), row));
        }
        Snapshot dated = builder.build();
        int[] here = new int[dated.size()];
        for (int row = 0; row < here.length; row++) {
            here[row] = Math.toIntExact(dated.id(row));
        }
        Board beside = board.beside(dated, here);
        pass.run(beside);
        board.takeOver(beside, pass, dates.message(), here);
    }

    @Override
    public Window window() {
        return pass.window();
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return match.told();
    }
}
