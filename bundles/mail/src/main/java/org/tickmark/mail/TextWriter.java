package org.tickmark.mail;

import java.util.List;
import java.util.stream.IntStream;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.mail.MailWriter;
import org.tickmark.api.message.Message;
import org.tickmark.kit.text.DisplayWidth;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** Writes a mail as plain text. One thread at a time. */
final class TextWriter implements MailWriter {
    private final Cells cells;
    private final StringBuilder text = new StringBuilder();

    TextWriter(Cells cells) {
        this.cells = cells;
    }

    String text() {
        return text.toString();
    }

    @Override
    public void heading(Message heading) {
        String line = cells.text(heading);
        part(line + "\n" + "-".repeat(DisplayWidth.of(line)) + "\n");
    }

    @Override
    public void paragraph(Message paragraph) {
        part(String.join("\n", cells.lines(paragraph)) + "\n");
    }

    @Override
    public void table(List<Message> headings, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = TextTable.of(IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> Cells.isNumeric(rows, column) ? Align.RIGHT : Align.LEFT)
                .toList());
        if (!headings.isEmpty()) {
            table.header(headings.stream().map(cells::text).toList());
        }
        rows.forEach(row -> table.row(row.stream().map(cells::text).toList()));
        part(table.text());
    }

    @Override
    public void problems(List<Problem> problems) {
        StringBuilder list = new StringBuilder();
        for (Problem problem : problems) {
            list.append("- ")
                    .append(cells.text(Texts.message("severity." + problem.severity())))
                    .append(": ")
                    .append(Cells.oneLine(problem.text(cells.locale())))
                    .append('\n');
        }
        part(list.toString());
    }

    @Override
    public void picture(MailFile file, Message says) {
        part("[" + cells.text(says) + "]\n");
    }

    private void part(String part) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(part);
    }
}
