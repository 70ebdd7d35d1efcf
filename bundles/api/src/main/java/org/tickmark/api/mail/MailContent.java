package org.tickmark.api.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/**
 * What a mail says, independent of its form and of the reader's language: one model from which both the plain text and the HTML are made, so that
 * they never differ. Immutable, if its messages are.
 */
public final class MailContent {
    private final Message subject;
    private final List<Consumer<MailWriter>> parts;
    private final List<MailFile> files;

    private MailContent(Builder builder) {
        this.subject = builder.subject;
        this.parts = List.copyOf(builder.parts);
        this.files = List.copyOf(builder.files);
    }

    /**
     * Starts a mail.
     *
     * @param subject one line; a text with control characters is refused when the mail is sent
     */
    public static Builder about(Message subject) {
        return new Builder(subject);
    }

    /** The subject. */
    public Message subject() {
        return subject;
    }

    /** The files that go with it, pictures not among them. */
    public List<MailFile> files() {
        return files;
    }

    /** Writes the parts in their order. */
    public void writeTo(MailWriter out) {
        parts.forEach(part -> part.accept(out));
    }

    /** Collects the parts of a {@link MailContent}; one thread at a time. */
    public static final class Builder {
        private final Message subject;
        private final List<Consumer<MailWriter>> parts = new ArrayList<>();
        private final List<MailFile> files = new ArrayList<>();

        private Builder(Message subject) {
            this.subject = Objects.requireNonNull(subject, "subject");
        }

        /** Adds a heading. */
        public Builder heading(Message text) {
            parts.add(out -> out.heading(text));
            return this;
        }

        /** Adds a paragraph. */
        public Builder paragraph(Message text) {
            parts.add(out -> out.paragraph(text));
            return this;
        }

        /**
         * Adds a table.
         *
         * @param headings one a column; none for a list of labels and values
         * @param rows as many cells in each: {@link Message}, {@link String}, whole and decimal numbers, which stand at the right and are written
         *     as the language does, {@link java.time.LocalDate}, {@link java.time.Instant}, or null for nothing
         */
        public Builder table(List<Message> headings, List<? extends List<?>> rows) {
            List<Message> heads = List.copyOf(headings);
            List<List<Object>> copies = new ArrayList<>();
            for (List<?> row : rows) {
                if (row.size() != (heads.isEmpty() ? rows.get(0).size() : heads.size())) {
                    throw new IllegalArgumentException(
                            "Row of " + row.size() + " cells: expected as many as in the first line");
                }
                copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
            }
            parts.add(out -> out.table(heads, copies));
            return this;
        }

        /** Adds what went wrong, an item each; none adds nothing. */
        public Builder problems(List<Problem> problems) {
            List<Problem> copy = List.copyOf(problems);
            if (!copy.isEmpty()) {
                parts.add(out -> out.problems(copy));
            }
            return this;
        }

        /**
         * Adds a picture, shown where it stands.
         *
         * @param file a PNG, since other forms are not shown by all mail programs
         * @param says what can be seen in it
         */
        public Builder picture(MailFile file, Message says) {
            if (!file.mediaType().equals("image/png")) {
                throw new IllegalArgumentException("Picture of type " + file.mediaType() + ": expected image/png");
            }
            parts.add(out -> out.picture(file, says));
            return this;
        }

        /** Adds a file to go with it. */
        public Builder file(MailFile file) {
            files.add(Objects.requireNonNull(file, "file"));
            return this;
        }

        /** The mail. */
        public MailContent build() {
            return new MailContent(this);
        }
    }
}
