package org.tickmark.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.mail.MailWriter;
import org.tickmark.api.message.Message;

/** What a mail says in English, a line for each row. */
final class PlainMail implements MailWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<MailFile> pictures = new ArrayList<>();

    static String of(MailContent content) {
        PlainMail mail = new PlainMail();
        mail.paragraph(content.subject());
        content.writeTo(mail);
        return mail.text.toString();
    }

    /** The pictures of a mail, in their order. */
    static List<MailFile> pictures(MailContent content) {
        PlainMail mail = new PlainMail();
        content.writeTo(mail);
        return mail.pictures;
    }

    @Override
    public void heading(Message heading) {
        text.append("# ").append(heading).append('\n');
    }

    @Override
    public void paragraph(Message paragraph) {
        text.append(paragraph).append('\n');
    }

    @Override
    public void table(List<Message> headings, List<List<Object>> rows) {
        rows.forEach(row -> text.append(row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
                .append('\n'));
    }

    @Override
    public void problems(List<Problem> problems) {
        problems.forEach(problem ->
                text.append("- ").append(problem.text(Locale.ENGLISH)).append('\n'));
    }

    @Override
    public void picture(MailFile file, Message says) {
        pictures.add(file);
        text.append('[').append(says).append("]\n");
    }
}
