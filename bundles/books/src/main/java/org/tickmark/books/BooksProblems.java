package org.tickmark.books;

import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** The problems and texts of this bundle. */
final class BooksProblems {
    static final String INVALID = "books.invalid";
    static final String IN_USE = "books.in-use";

    private static final MessageCatalog MESSAGES = MessageCatalog.of(BooksProblems.class);

    private BooksProblems() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    /** A unit or account that cannot be saved as it is; {@code rule} names the text and, with {@code .advice}, the advice. */
    static Problem.Builder invalid(String rule, String where) {
        return Problem.error(INVALID, message(rule)).where(where).advice(message(rule + ".advice"));
    }
}
