package org.tickmark.launcher.nights;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A mail as it arrived.
 *
 * @param text its plain text
 * @param files names of what goes with it, pictures too
 */
record Mail(String id, String to, String subject, String text, List<String> files) {
    static Mail of(String raw) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
        List<String> texts = new ArrayList<>();
        List<String> files = new ArrayList<>();
        collect(message, texts, files);
        return new Mail(
                message.getMessageID(),
                message.getHeader("To", null),
                message.getSubject(),
                texts.get(0).replace("\r\n", "\n"),
                files);
    }

    private static void collect(Part part, List<String> texts, List<String> files)
            throws MessagingException, IOException {
        if (part.getFileName() != null) {
            files.add(part.getFileName());
        } else if (part.isMimeType("text/plain")) {
            texts.add((String) part.getContent());
        } else if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, texts, files);
            }
        }
    }
}
