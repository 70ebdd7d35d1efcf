package org.tickmark.books;

import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.importer.StatementHeader;
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

    /** Where a statement is found: its own name, or else its days, or else its account. */
    static String place(BookedFile.Statement statement) {
        StatementHeader header = statement.header();
        if (!header.id().isEmpty()) {
            return header.id();
        }
        Account account = statement.account();
        return header.from()
                .map(from -> from + header.to().map(to -> "/" + to).orElse(""))
                .orElse("account " + account.unit() + "/" + account.code());
    }

    /** A unit or account that cannot be saved as it is; {@code rule} names the text and, with {@code .advice}, the advice. */
    static Problem.Builder invalid(String rule, String where) {
        return Problem.error(INVALID, message(rule)).where(where).advice(message(rule + ".advice"));
    }
}
