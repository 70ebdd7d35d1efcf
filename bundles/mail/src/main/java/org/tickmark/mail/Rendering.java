package org.tickmark.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.mail.MailWriter;
import org.tickmark.api.message.Message;
import org.tickmark.mail.smtp.Message.Part;

/**
 * Makes of what a mail says the mail itself. What is too large never keeps a mail from being sent: text is cut, other files are left out, and the
 * mail says so.
 */
final class Rendering {
    /** Characters of plain text; a person reads no more. */
    static final int MOST_TEXT = 200_000;
    /** Characters of HTML; where it would be more the mail has plain text only. */
    static final int MOST_HTML = 900_000;
    /** Bytes of one file, which is less than a column of bytes takes on H2. */
    static final int MOST_FILE = 1_000_000;
    /** Characters of a subject. */
    static final int MOST_SUBJECT = 200;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private final Cells cells;
    private final long mostBytes;

    /**
     * Renders in one language.
     *
     * @param mostBytes how large the files may be in all
     */
    Rendering(Cells cells, long mostBytes) {
        this.cells = cells;
        this.mostBytes = mostBytes;
    }

    /**
     * A mail as it will be sent.
     *
     * @param files what goes with it, pictures first
     */
    record Rendered(String subject, String text, Optional<String> html, List<Part> files) {
        Rendered {
            files = List.copyOf(files);
        }
    }

    /** Renders; refuses a subject with control characters. */
    Rendered of(MailContent content) {
        String subject = subject(content);
        Fitting fitting = new Fitting();
        Map<MailFile, String> shown = fitting.pictures(content);
        fitting.files(content);
        TextWriter text = new TextWriter(cells);
        HtmlWriter html = new HtmlWriter(cells, shown);
        for (MailWriter writer : List.of(text, html)) {
            content.writeTo(writer);
            fitting.notes.forEach(writer::paragraph);
        }
        String page = html.html(subject);
        return new Rendered(
                subject,
                cut(text.text()),
                Optional.of(page).filter(whole -> whole.length() <= MOST_HTML),
                fitting.parts);
    }

    private String subject(MailContent content) {
        String subject = content.subject().text(cells.locale());
        if (subject.isBlank() || CONTROL.matcher(subject).find()) {
            throw Problem.error("mail.subject", Texts.message("subject"))
                    .found(CONTROL.matcher(subject).replaceAll("?"))
                    .exception();
        }
        return subject.length() <= MOST_SUBJECT ? subject : subject.substring(0, MOST_SUBJECT - 1) + "…";
    }

    private String cut(String text) {
        if (text.length() <= MOST_TEXT) {
            return text;
        }
        int end = text.lastIndexOf('\n', MOST_TEXT);
        return text.substring(0, end < 0 ? MOST_TEXT : end) + "\n\n"
                + cells.text(Texts.message("text-cut", text.length() / 1000)) + "\n";
    }

    /** What of the files fits. One thread at a time. */
    private final class Fitting {
        private final List<Part> parts = new ArrayList<>();
        private final List<Message> notes = new ArrayList<>();
        private long left = mostBytes;

        Map<MailFile, String> pictures(MailContent content) {
            Map<MailFile, String> shown = new HashMap<>();
            content.writeTo(new PicturesOnly(file -> {
                if (!shown.containsKey(file) && fits(file)) {
                    String id = "picture" + (shown.size() + 1) + "@tickmark";
                    shown.put(file, id);
                    add(file, Optional.of(id));
                }
            }));
            return Map.copyOf(shown);
        }

        void files(MailContent content) {
            for (MailFile file : content.files()) {
                if (fits(file)) {
                    add(file, Optional.empty());
                } else if (file.isText() && left > MOST_FILE / 10) {
                    notes.add(Texts.message("file-cut", file.name(), kilobytes(file)));
                    add(shortened(file), Optional.empty());
                } else {
                    notes.add(Texts.message("file-left-out", file.name(), kilobytes(file)));
                }
            }
        }

        private boolean fits(MailFile file) {
            return file.content().length <= Math.min(left, MOST_FILE);
        }

        private void add(MailFile file, Optional<String> contentId) {
            left -= file.content().length;
            parts.add(new Part(file, contentId));
        }

        /** The beginning of the file, to the end of a line, with a last line that says so. */
        private MailFile shortened(MailFile file) {
            byte[] note = ("\n" + cells.text(Texts.message("file-cut-here")) + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] whole = file.content();
            int end = (int) Math.min(left, MOST_FILE) - note.length;
            while (end > 0 && whole[end] != '\n') {
                end--;
            }
            ByteArrayOutputStream cut = new ByteArrayOutputStream();
            cut.write(whole, 0, end);
            cut.writeBytes(note);
            return MailFile.of(file.name(), file.mediaType(), cut.toByteArray());
        }

        private static long kilobytes(MailFile file) {
            return file.content().length / 1000;
        }
    }
}
