package org.tickmark.mail;

import java.util.List;
import java.util.function.Consumer;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.mail.MailWriter;
import org.tickmark.api.message.Message;

/** Picks the pictures out of a mail. */
record PicturesOnly(Consumer<MailFile> taker) implements MailWriter {
    @Override
    public void heading(Message text) {}

    @Override
    public void paragraph(Message text) {}

    @Override
    public void table(List<Message> headings, List<List<Object>> rows) {}

    @Override
    public void problems(List<Problem> problems) {}

    @Override
    public void picture(MailFile file, Message says) {
        taker.accept(file);
    }
}
