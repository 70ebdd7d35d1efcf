package org.tickmark.importer.bai2;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.message.Message;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineReader;

/** Goes through the records of a file: file, groups, accounts, transactions, and the trailer of each with its total and counts. */
final class Bai2Reader {
    private static final String VERSION = "2";
    private static final String TEST = "4";
    private static final String UPDATE = "1";

    private final LineReader lines;
    private final ReadContext context;
    private final StatementSink sink;
    private final LineProblems problems;
    private final RecordReader records;
    private Level file;
    private Level groupLevel;
    private Level accountLevel;
    private String fileId = "";
    private Group group;
    private Bai2Record summary;
    private AccountSection account;
    private Transaction transaction;
    private boolean accountsOff;

    /** What is added up and counted on one level of the file. */
    private static final class Level {
        private BigDecimal total = BigDecimal.ZERO;
        private long parts;
        private long records;
    }

    Bai2Reader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        this.lines = new LineReader(in, context.limits().line(), EncodingOption.rule(context, Bai2Importer.ENCODING));
        this.context = context;
        this.sink = sink;
        this.problems = new LineProblems(lines, sink, "bai2", "BAI2");
        this.records = new RecordReader(lines, problems);
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        boolean first = true;
        while (records.next()) {
            context.cancel().throwIfCancelled();
            if (first && !records.code().equals("01")) {
                throw problems.other("01,");
            }
            first = false;
            readRecord();
        }
        if (first) {
            throw problems.empty();
        } else if (file != null) {
            throw problems.cutOff("99,");
        }
        problems.finish();
    }

    private void readRecord() {
        String code = records.code();
        if (code.isEmpty()) {
            readBroken();
            return;
        }
        count();
        if (!code.equals("88")) {
            tellTransaction();
        }
        switch (code) {
            case "01" -> openFile();
            case "02" -> openGroup();
            case "03" -> openAccount();
            case "16" -> openTransaction();
            case "88" -> readMore();
            case "49" -> closeAccount();
            case "98" -> closeGroup();
            default -> closeFile();
        }
    }

    private void count() {
        for (Level level : new Level[] {file, groupLevel, accountLevel}) {
            if (level != null) {
                level.records++;
            }
        }
    }

    private void openFile() {
        require(file == null, "99,");
        Bai2Record record = record();
        String sender = record.next();
        record.next();
        String created = record.next();
        record.next();
        fileId = (sender + " " + created + " " + record.next()).strip();
        record.next();
        record.next();
        String version = record.next();
        if (!version.equals(VERSION)) {
            throw Problem.error(ErrorClass.E2.code("version"), Texts.message("bai2.version"))
                    .where(record.place() + ", field 9")
                    .found(LineProblems.shown(version))
                    .expected(VERSION)
                    .exception();
        }
        file = new Level();
        file.records = 1;
        accountsOff = false;
    }

    private void openGroup() {
        require(file != null && groupLevel == null, "01,");
        Kind usual = context.kind().filter(Kind.INTRADAY::equals).orElse(Kind.STATEMENT);
        group = Group.of(record(), fileId, usual);
        if (group.status().equals(TEST)) {
            problems.tell(Problem.error(ErrorClass.E7.code("test"), Texts.message("bai2.test"))
                    .where(records.place())
                    .found(TEST)
                    .expected(UPDATE)
                    .build());
        } else if (!group.status().equals(UPDATE) && !group.status().isEmpty()) {
            problems.warn("status", Texts.message("bai2.status"), group.status(), UPDATE);
        }
        groupLevel = new Level();
        groupLevel.records = 1;
    }

    private void openAccount() {
        require(groupLevel != null && accountLevel == null, "02,");
        summary = record();
        accountLevel = new Level();
        accountLevel.records = 1;
    }

    private void openTransaction() {
        require(accountLevel != null, "03,");
        section();
        transaction = new Transaction(record());
    }

    private void readMore() {
        if (transaction != null) {
            transaction.more(records.content());
            requireLength(transaction.length());
        } else {
            require(summary != null, "03,");
            summary.add(records.content());
            requireLength(summary.length());
        }
    }

    /** A line that begins with no code goes on with the record before it, when no slash ended that. */
    private void readBroken() {
        if (records.isEndedBefore() || (transaction == null && summary == null)) {
            throw problems.broken("record", Texts.message("bai2.record"), "01, 02, 03, 16, 49, 88, 98, 99");
        } else if (transaction != null) {
            transaction.broken(records.content());
            requireLength(transaction.length());
        } else {
            summary.addBroken(records.content());
            requireLength(summary.length());
        }
    }

    private void closeAccount() {
        require(accountLevel != null, "03,");
        AccountSection closing = section();
        Bai2Record trailer = record();
        Optional<BigDecimal> total = trailer.requireUnits();
        Optional<Long> count = trailer.nextNumber();
        boolean known = closing.isComplete() && total.isPresent() && count.isPresent();
        BigDecimal difference = known ? total.get().subtract(closing.total()) : BigDecimal.ZERO;
        long missing = known ? count.get() - accountLevel.records : 0;
        if (difference.signum() != 0) {
            warn("control", closing.total().toPlainString(), total.orElseThrow().toPlainString());
        }
        if (missing != 0) {
            warn("records", String.valueOf(accountLevel.records), String.valueOf(count.orElseThrow()));
        }
        accountsOff |= !known || difference.signum() != 0 || missing != 0;
        closing.close(difference, missing);
        groupLevel.parts++;
        groupLevel.total = groupLevel.total.add(total.orElse(BigDecimal.ZERO));
        accountLevel = null;
        account = null;
    }

    private void closeGroup() {
        require(groupLevel != null && accountLevel == null, "49,");
        file.total = file.total.add(check(groupLevel));
        file.parts++;
        groupLevel = null;
    }

    private void closeFile() {
        require(file != null && groupLevel == null, "98,");
        check(file);
        file = null;
    }

    /** Compares a trailer with what it ends; gives the total that it states. */
    private BigDecimal check(Level level) {
        Bai2Record trailer = record();
        Optional<BigDecimal> total = trailer.requireUnits();
        Optional<Long> parts = trailer.nextNumber();
        Optional<Long> count = trailer.nextNumber();
        total.filter(stated -> stated.compareTo(level.total) != 0)
                .ifPresent(stated -> tell("control", level.total.toPlainString(), stated.toPlainString()));
        parts.filter(stated -> stated != level.parts)
                .ifPresent(stated -> tell("parts", String.valueOf(level.parts), String.valueOf(stated)));
        count.filter(stated -> stated != level.records)
                .ifPresent(stated -> tell("records", String.valueOf(level.records), String.valueOf(stated)));
        return total.orElse(BigDecimal.ZERO);
    }

    /** A group or file that is not whole is an error; where its accounts are off already, it only says so again. */
    private void tell(String word, String found, String stated) {
        if (accountsOff) {
            warn(word, found, stated);
        } else {
            problems.tell(problem(Problem.error(ErrorClass.E5.code(word), message(word)), found, stated));
        }
    }

    private void warn(String word, String found, String stated) {
        problems.tell(problem(Problem.warning(ErrorClass.E5.code(word), message(word)), found, stated));
    }

    private Problem problem(Problem.Builder problem, String found, String stated) {
        return problem.where(records.place())
                .found(found)
                .expected(stated)
                .advice(Texts.message("bai2.total.advice"))
                .build();
    }

    private static Message message(String word) {
        return Texts.message("bai2." + word);
    }

    /** The account at hand, opened when all that continues its record 03 is read. */
    private AccountSection section() {
        if (account == null) {
            account = AccountSection.open(summary, group, sink);
            summary = null;
        }
        return account;
    }

    private void tellTransaction() {
        if (transaction != null) {
            transaction.tell(account, group.asOf());
            transaction = null;
        }
    }

    private Bai2Record record() {
        return new Bai2Record(records.code(), records.content(), records.place(), problems);
    }

    private void requireLength(int length) {
        if (length > context.limits().line()) {
            throw problems.broken("length", Texts.message("bai2.length"), "16,");
        }
    }

    private void require(boolean inOrder, String expected) {
        if (!inOrder) {
            throw order(expected);
        }
    }

    private TickmarkException order(String expected) {
        return problems.broken("order", Texts.message("bai2.order"), expected);
    }
}
