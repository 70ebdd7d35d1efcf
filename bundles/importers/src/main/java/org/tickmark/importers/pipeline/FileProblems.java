package org.tickmark.importers.pipeline;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** What can be wrong with a file, in words. */
final class FileProblems {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(FileProblems.class);

    private FileProblems() {}

    static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    static Problem unreadable(Path file, String why) {
        return error(ErrorClass.E1, "unreadable", file.getFileName().toString())
                .found(why)
                .build();
    }

    static Problem empty(Path file) {
        return error(ErrorClass.E1, "empty", file.getFileName().toString()).build();
    }

    static Problem growing(String file) {
        return Problem.info(ErrorClass.E1.code("growing"), message("growing", file))
                .build();
    }

    static Problem unmarked(String file) {
        return Problem.info(ErrorClass.E1.code("unmarked"), message("unmarked", file))
                .build();
    }

    static Problem tooLarge(String what, long limit) {
        return error(ErrorClass.E3, "limit", what, limit).build();
    }

    static Problem damaged(Exception why) {
        return error(ErrorClass.E3, "damaged")
                .found(String.valueOf(why.getMessage()))
                .build();
    }

    static Problem nothingPacked() {
        return error(ErrorClass.E2, "nothing-packed").build();
    }

    static Problem packedTwice() {
        return error(ErrorClass.E2, "packed-twice").build();
    }

    static Problem tooManyMembers(int members, int limit) {
        return error(ErrorClass.E3, "members")
                .found(String.valueOf(members))
                .expected("<= " + limit)
                .build();
    }

    static Problem packedTooTightly(int times) {
        return error(ErrorClass.E3, "tight", times).build();
    }

    static Problem notRecognised(Collection<String> formats) {
        return error(ErrorClass.E2, "unknown")
                .expected(String.join(", ", new TreeSet<>(formats)))
                .build();
    }

    static Problem claimedTwice(String one, String other) {
        return error(ErrorClass.E2, "ambiguous", one, other).build();
    }

    static Problem noImporter(String format) {
        return error(ErrorClass.E9, "no-importer", format).build();
    }

    static Problem importerFailed(String format, Throwable failure) {
        return error(ErrorClass.E9, "importer-failed", format)
                .found(failure.toString())
                .build();
    }

    static Problem tooManyErrors(int errors) {
        return error(ErrorClass.E4, "too-many", errors).build();
    }

    static Problem notProved(
            StatementHeader header, BigDecimal difference, BigDecimal expected, BigDecimal stated, boolean rejects) {
        Message what = message("proof", account(header), difference.toPlainString());
        Problem.Builder problem = rejects
                ? Problem.error(ErrorClass.E5.code("balance"), what)
                : Problem.warning(ErrorClass.E5.code("balance"), what);
        return problem.found(stated.toPlainString())
                .expected(expected.toPlainString())
                .advice(message(rejects ? "proof.advice" : "proof.advice.lenient"))
                .build();
    }

    static Problem controlTotal(StatementHeader header, String which, String found, String stated, boolean rejects) {
        Message what = message("control", account(header), message("control." + which));
        Problem.Builder problem = rejects
                ? Problem.error(ErrorClass.E5.code("control"), what)
                : Problem.warning(ErrorClass.E5.code("control"), what);
        return problem.found(found)
                .expected(stated)
                .advice(message(rejects ? "proof.advice" : "proof.advice.lenient"))
                .build();
    }

    static Problem notClosed(StatementHeader header) {
        return error(ErrorClass.E9, "not-closed", account(header)).build();
    }

    static Problem undated(StatementHeader header, long entries) {
        return Problem.warning(ErrorClass.W.code("booking-date"), message("undated", account(header), entries))
                .build();
    }

    static Problem undatable(StatementHeader header) {
        return error(ErrorClass.E4, "undatable", account(header)).build();
    }

    static Problem unknownAccount(StatementHeader header, String unit) {
        return error(ErrorClass.E7, "account", account(header), unit)
                .found(header.account().number())
                .build();
    }

    static Problem notFollowed(long entries, long accounts) {
        return Problem.info(ErrorClass.W.code("not-followed"), message("not-followed", entries, accounts))
                .build();
    }

    static Problem blocked(Problem because) {
        return error(ErrorClass.E7, "blocked", because.what()).build();
    }

    static Problem nothingToUndo(long fileId) {
        return Problem.error("import.not-imported", message("not-imported", String.valueOf(fileId)))
                .where("file/" + fileId)
                .advice(message("not-imported.advice"))
                .build();
    }

    static Problem cannotRequeue(long fileId, String why, Object... arguments) {
        return Problem.error("import.requeue", message("requeue." + why, arguments))
                .where("file/" + fileId)
                .advice(message("requeue." + why + ".advice", arguments))
                .build();
    }

    static Problem busy(String definition) {
        return Problem.error("import.busy", message("busy", definition))
                .where(definition)
                .advice(message("busy.advice"))
                .build();
    }

    /** How a statement is called in a message: the end of its account number, which is all that may reach a log. */
    private static String account(StatementHeader header) {
        String number = header.account().number();
        String end = number.length() <= 6 ? number : "…" + number.substring(number.length() - 4);
        return end.isEmpty() ? header.id() : end;
    }

    private static Problem.Builder error(ErrorClass errorClass, String word, Object... arguments) {
        return Problem.error(errorClass.code(word), message(word, arguments)).advice(message(word + ".advice"));
    }
}
