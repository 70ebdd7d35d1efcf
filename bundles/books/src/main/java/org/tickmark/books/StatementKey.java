package org.tickmark.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;

/**
 * What makes two statements of an account the same. A bank's statement with a name and two balances is known by these; one
 * that comes again under them with other content is a correction. Any other, such as a ledger's, grows from export to export
 * under the same name, and is known by its content.
 */
final class StatementKey {
    private static final int CONTENT_DIGITS = 32;
    private static final String SEPARATOR = " | ";

    private StatementKey() {}

    /** The key, to be read by people too. */
    static String of(StatementHeader header, StatementProof proof, String contentHash) {
        String name = header.kind() + SEPARATOR + name(header) + SEPARATOR + period(header);
        return isKnownByName(header, proof)
                ? name + SEPARATOR + balance(proof.opening()) + SEPARATOR + balance(proof.closing())
                : name + SEPARATOR + contentHash.substring(0, CONTENT_DIGITS);
    }

    private static boolean isKnownByName(StatementHeader header, StatementProof proof) {
        return header.kind() == Kind.STATEMENT
                && !name(header).isEmpty()
                && proof.opening().isPresent()
                && proof.closing().isPresent();
    }

    /** Identification and number with page; some banks give only one of them, and some use both again every year. */
    private static String name(StatementHeader header) {
        String number = header.sequence().map(sequence -> " no " + sequence).orElse("");
        String page = header.page().map(one -> " page " + one).orElse("");
        return (header.id().strip() + number + page).strip();
    }

    private static String period(StatementHeader header) {
        return header.to()
                .map(to -> header.from().map(from -> from + "/" + to).orElse(to.toString()))
                .or(() -> header.createdAt()
                        .map(created ->
                                LocalDate.ofInstant(created, ZoneOffset.UTC).getYear())
                        .map(String::valueOf))
                .orElse("");
    }

    private static String balance(Optional<BigDecimal> amount) {
        return amount.map(EntryIdentity::plain).orElse("");
    }
}
