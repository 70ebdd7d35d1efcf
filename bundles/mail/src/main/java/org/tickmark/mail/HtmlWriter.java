package org.tickmark.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.mail.MailWriter;
import org.tickmark.api.message.Message;
import org.tickmark.kit.text.Html;

/**
 * Writes a mail as HTML that mail programs show: styles stand at the elements, nothing is loaded from anywhere, and every text is escaped. One thread
 * at a time.
 */
final class HtmlWriter implements MailWriter {
    private static final String BORDER = "border-bottom:1px solid #cccccc;padding:4px 12px 4px 0;";
    private static final Map<String, String> COLOURS =
            Map.of("ERROR", "#a40000", "WARNING", "#7a5200", "INFO", "#333333");

    private final Cells cells;
    private final Map<MailFile, String> shown;
    private final StringBuilder body = new StringBuilder();

    /**
     * A writer.
     *
     * @param shown the pictures that go with the mail, with their content ids; of others only what can be seen in them is told
     */
    HtmlWriter(Cells cells, Map<MailFile, String> shown) {
        this.cells = cells;
        this.shown = shown;
    }

    /** The page. */
    String html(String title) {
        String language = cells.locale().getLanguage();
        return "<!DOCTYPE html>\n<html lang=\"" + Html.escape(language) + "\"><head><meta charset=\"utf-8\"><title>"
                + Html.escape(title) + "</title></head>\n"
                + "<body style=\"font-family:sans-serif;font-size:14px;color:#1a1a1a;background:#ffffff\">\n" + body
                + "</body></html>\n";
    }

    @Override
    public void heading(Message text) {
        element("h2", "font-size:17px;margin:20px 0 6px", escaped(text));
    }

    @Override
    public void paragraph(Message text) {
        element(
                "p",
                "margin:6px 0",
                cells.lines(text).stream().map(Html::escape).collect(Collectors.joining("<br>\n")));
    }

    @Override
    public void table(List<Message> headings, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        body.append("<table style=\"border-collapse:collapse;margin:6px 0\">\n");
        if (!headings.isEmpty()) {
            row("th", headings, rows);
        }
        rows.forEach(row -> row("td", row, rows));
        body.append("</table>\n");
    }

    private void row(String element, List<?> row, List<List<Object>> rows) {
        body.append("<tr>");
        for (int column = 0; column < row.size(); column++) {
            String align = Cells.isNumeric(rows, column) ? "right" : "left";
            body.append('<').append(element).append(" style=\"").append(BORDER);
            body.append("text-align:").append(align).append("\">");
            body.append(escaped(row.get(column)));
            body.append("</").append(element).append('>');
        }
        body.append("</tr>\n");
    }

    @Override
    public void problems(List<Problem> problems) {
        body.append("<ul style=\"margin:6px 0;padding-left:20px\">\n");
        for (Problem problem : problems) {
            String severity = problem.severity().name();
            body.append("<li style=\"margin:4px 0\"><b style=\"color:")
                    .append(COLOURS.get(severity))
                    .append("\">")
                    .append(escaped(Texts.message("severity." + severity)))
                    .append("</b>: ")
                    .append(escaped(problem.text(cells.locale())))
                    .append("</li>\n");
        }
        body.append("</ul>\n");
    }

    @Override
    public void picture(MailFile file, Message says) {
        String id = shown.get(file);
        if (id == null) {
            paragraph(says);
        } else {
            body.append("<p style=\"margin:6px 0\"><img src=\"cid:")
                    .append(Html.escape(id))
                    .append("\" alt=\"")
                    .append(escaped(says))
                    .append("\"></p>\n");
        }
    }

    private void element(String name, String style, String content) {
        body.append('<').append(name).append(" style=\"").append(style).append("\">");
        body.append(content);
        body.append("</").append(name).append(">\n");
    }

    private String escaped(Object value) {
        return Html.escape(cells.text(value));
    }
}
