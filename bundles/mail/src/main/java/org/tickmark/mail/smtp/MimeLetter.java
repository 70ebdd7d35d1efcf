package org.tickmark.mail.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * A mail as MIME (RFC 2045 and on): the plain text, beside it the HTML with its pictures (RFC 2387), and what is attached. Keeps the
 * {@code Message-ID} it was given.
 */
final class MimeLetter extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private MimeLetter(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMessage of(Session session, SmtpAccount account, Message message) throws MessagingException {
        MimeLetter letter = new MimeLetter(session, message.id());
        letter.setFrom(new InternetAddress(account.from(), true));
        Optional<String> replyTo = account.replyTo();
        if (replyTo.isPresent()) {
            letter.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo.get(), true)});
        }
        letter.setRecipient(RecipientType.TO, new InternetAddress(message.recipient(), true));
        letter.setSubject(message.subject(), UTF_8);
        letter.setSentDate(Date.from(message.date()));
        // RFC 3834: no program answers it.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.fill(message);
        letter.saveChanges();
        return letter;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private void fill(Message message) throws MessagingException {
        List<Message.Part> attached = message.files().stream()
                .filter(part -> !part.file().isCalendar())
                .filter(part -> part.contentId().isEmpty() || message.html().isEmpty())
                .toList();
        if (message.html().isEmpty() && attached.isEmpty() && calendars(message).isEmpty()) {
            setText(message.text(), UTF_8);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(body(message));
        for (Message.Part part : attached) {
            mixed.addBodyPart(file(part, Part.ATTACHMENT));
        }
        setContent(mixed);
    }

    private static MimeBodyPart body(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        List<Message.Part> calendars = calendars(message);
        if (message.html().isEmpty() && calendars.isEmpty()) {
            return text;
        }
        MimeMultipart alternative = new MimeMultipart("alternative", text);
        if (message.html().isPresent()) {
            alternative.addBodyPart(html(message));
        }
        // RFC 6047: what calendar programs show instead of the text.
        for (Message.Part part : calendars) {
            alternative.addBodyPart(calendar(part));
        }
        return holding(alternative);
    }

    private static List<Message.Part> calendars(Message message) {
        return message.files().stream().filter(part -> part.file().isCalendar()).toList();
    }

    private static MimeBodyPart calendar(Message.Part part) throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        String type = part.file().mediaType() + "; charset=UTF-8";
        body.setDataHandler(new DataHandler(new ByteArrayDataSource(part.file().content(), type)));
        body.setHeader("Content-Transfer-Encoding", "base64");
        return body;
    }

    private static MimeBodyPart html(Message message) throws MessagingException {
        MimeBodyPart page = new MimeBodyPart();
        page.setText(message.html().orElseThrow(), UTF_8, "html");
        MimeMultipart related = new MimeMultipart("related", page);
        for (Message.Part part : message.files()) {
            if (part.contentId().isPresent()) {
                related.addBodyPart(file(part, Part.INLINE));
            }
        }
        return related.getCount() == 1 ? page : holding(related);
    }

    private static MimeBodyPart holding(MimeMultipart parts) throws MessagingException {
        MimeBodyPart holder = new MimeBodyPart();
        holder.setContent(parts);
        return holder;
    }

    private static MimeBodyPart file(Message.Part part, String disposition) throws MessagingException {
        String type = part.file().isText()
                ? part.file().mediaType() + "; charset=UTF-8"
                : part.file().mediaType();
        MimeBodyPart body = new MimeBodyPart();
        body.setDataHandler(new DataHandler(new ByteArrayDataSource(part.file().content(), type)));
        body.setFileName(part.file().name());
        body.setDisposition(disposition);
        // Else the ends of lines of a text would change.
        body.setHeader("Content-Transfer-Encoding", "base64");
        if (part.contentId().isPresent()) {
            body.setContentID("<" + part.contentId().get() + ">");
        }
        return body;
    }
}
