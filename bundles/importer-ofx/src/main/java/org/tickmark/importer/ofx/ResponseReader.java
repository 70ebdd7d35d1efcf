package org.tickmark.importer.ofx;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.xml.XmlFields;

/**
 * Reads a response tag by tag. Where an aggregate ends is told by its end tag or by the beginning of one that cannot be inside it, for real files leave end
 * tags out. Tags that it does not know change nothing.
 */
final class ResponseReader {
    private final TagReader tags;
    private final ReadContext context;
    private final StatementSink sink;
    private final XmlFields fields;
    private final Values values = new Values();
    private final Answer answer = new Answer();
    private Section section = Section.OTHER;
    private Statement statement;
    private Transaction transaction;
    private String balanceAmount = "";
    private String balanceDate = "";
    private String balancePlace = "";
    private boolean opened;
    private boolean closed;
    private boolean investment;
    private long statements;
    private long investments;

    /** Which aggregate elements are read for. */
    private enum Section {
        OTHER,
        ACCOUNT,
        LIST,
        TRANSACTION,
        LEDGER_BALANCE,
        AVAILABLE_BALANCE
    }

    ResponseReader(TagReader tags, ReadContext context, StatementSink sink) {
        this.tags = tags;
        this.context = context;
        this.sink = sink;
        this.fields = new XmlFields(sink);
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        while (tags.next()) {
            if (tags.isClosing()) {
                ended(tags.name());
            } else {
                begun(tags.name());
            }
        }
        finish();
    }

    private void begun(String name) {
        if (!Answer.isOfUse(name)) {
            answer.requireGood();
        }
        switch (name) {
            case "OFX" -> {
                enter(Section.OTHER);
                opened = true;
                closed = false;
            }
            case "STMTRS", "CCSTMTRS" -> beginStatement();
            case "INVSTMTRS" -> {
                endStatement();
                investment = true;
                investments++;
            }
            case "BANKACCTFROM", "CCACCTFROM" -> enter(Section.ACCOUNT);
            case "BANKTRANLIST", "BANKTRANLISTP" -> enter(Section.LIST);
            case "STMTTRN" -> beginTransaction(ImportedEntry.Status.BOOKED);
            case "STMTTRNP" -> beginTransaction(ImportedEntry.Status.PENDING);
            case "LEDGERBAL" -> enter(Section.LEDGER_BALANCE);
            case "AVAILBAL" -> enter(Section.AVAILABLE_BALANCE);
            case "BAL", "BALLIST", "SONRS" -> enter(Section.OTHER);
            case "CURRENCY", "ORIGCURRENCY" -> currencyKind(name);
            default -> element(name);
        }
        answer.begun(name, tags.line());
        if (name.endsWith("TRNRS")) {
            endStatement();
        }
    }

    private void ended(String name) {
        switch (name) {
            case "STMTTRN", "STMTTRNP" -> enter(Section.LIST);
            case "BANKACCTFROM", "CCACCTFROM", "BANKTRANLIST", "BANKTRANLISTP", "LEDGERBAL", "AVAILBAL" ->
                enter(Section.OTHER);
            case "STMTRS", "CCSTMTRS", "STMTTRNRS", "CCSTMTTRNRS", "INVSTMTRS", "INVSTMTTRNRS" -> endStatement();
            case "STATUS" -> answer.requireGood();
            case "OFX" -> {
                answer.requireGood();
                endStatement();
                closed = true;
            }
            default -> {
                // elements end with their text
            }
        }
    }

    /** Goes on to another section; what was being collected is whole. */
    private void enter(Section next) {
        if (transaction != null) {
            transaction.entry(statement.currency(), values, fields).ifPresent(statement::entry);
            transaction = null;
        }
        if (section == Section.LEDGER_BALANCE) {
            endBalance(Balance.Kind.CLOSING);
        } else if (section == Section.AVAILABLE_BALANCE) {
            endBalance(Balance.Kind.AVAILABLE);
        }
        section = next;
        balanceAmount = "";
        balanceDate = "";
        balancePlace = place();
    }

    private void beginStatement() {
        endStatement();
        statement = new Statement(sink);
        statements++;
        closed = false;
    }

    private void endStatement() {
        enter(Section.OTHER);
        investment = false;
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }

    private void beginTransaction(ImportedEntry.Status status) {
        context.cancel().throwIfCancelled();
        enter(Section.TRANSACTION);
        if (statement != null) {
            transaction = new Transaction(status, tags.line(), statement.nextTransaction());
        } else if (!investment) {
            throw Problem.error(ErrorClass.E3.code("outside"), Texts.message("ofx.outside"))
                    .where(place())
                    .expected("STMTRS, CCSTMTRS")
                    .advice(Texts.message("ofx.again.advice"))
                    .exception();
        }
    }

    private void currencyKind(String aggregate) {
        if (transaction != null) {
            transaction.currencyKind(aggregate);
        }
    }

    private void element(String name) {
        if (Answer.isOfUse(name)) {
            answer.take(name, tags.text());
        }
        if (statement == null) {
            return;
        }
        switch (section) {
            case TRANSACTION -> {
                if (Transaction.isOfUse(name)) {
                    transaction.take(name, tags.text());
                }
            }
            case LEDGER_BALANCE, AVAILABLE_BALANCE -> balance(name);
            default -> head(name);
        }
    }

    private void head(String name) {
        switch (name) {
            case "CURDEF" -> statement.currency(tags.text(), place());
            case "ACCTID" -> {
                if (section == Section.ACCOUNT) {
                    statement.account(tags.text(), place());
                }
            }
            case "DTSTART" -> statement.from(values.day(tags.text()));
            case "DTEND" -> statement.to(values.day(tags.text()));
            default -> {
                // not of use
            }
        }
    }

    private void balance(String name) {
        switch (name) {
            case "BALAMT" -> balanceAmount = tags.text();
            case "DTASOF" -> balanceDate = tags.text();
            default -> {
                // not of use
            }
        }
    }

    private void endBalance(Balance.Kind kind) {
        if (statement == null || balanceAmount.isEmpty()) {
            return;
        }
        Optional<BigDecimal> amount = Values.amount(balanceAmount, statement.currency());
        Optional<LocalDate> day = values.day(balanceDate);
        if (amount.isEmpty()) {
            fields.refuseAmount(balanceAmount, "1234.56", balancePlace);
        } else {
            statement.balance(kind, amount.get(), day);
        }
    }

    private void finish() {
        if (tags.isBlank()) {
            throw Problem.error(ErrorClass.E1.code("empty"), Texts.message("ofx.empty"))
                    .advice(Texts.message("ofx.empty.advice"))
                    .exception();
        } else if (!opened) {
            throw Problem.error(ErrorClass.E2.code("not-ofx"), Texts.message("ofx.not-ofx"))
                    .where("line 1")
                    .expected("<OFX>")
                    .advice(Texts.message("ofx.not-ofx.advice"))
                    .exception();
        } else if (!closed) {
            throw Problem.error(ErrorClass.E3.code("cut-off"), Texts.message("ofx.cut-off"))
                    .where("line " + tags.lastLine())
                    .expected("</OFX>")
                    .advice(Texts.message("ofx.again.advice"))
                    .exception();
        } else if (statements == 0) {
            throw withoutStatement();
        } else if (investments > 0) {
            fields.tell(Problem.warning(ErrorClass.W.code("investment"), Texts.message("ofx.investment", investments))
                    .build());
        }
        fields.finish();
    }

    private TickmarkException withoutStatement() {
        if (investments > 0) {
            return Problem.error(ErrorClass.E2.code("investment"), Texts.message("ofx.investment", investments))
                    .where("line " + tags.lastLine())
                    .expected("STMTRS, CCSTMTRS")
                    .advice(Texts.message("ofx.investment.advice"))
                    .exception();
        }
        return Problem.error(ErrorClass.E3.code("no-statement"), Texts.message("ofx.no-statement"))
                .where("line " + tags.lastLine())
                .expected("STMTRS, CCSTMTRS")
                .advice(Texts.message("ofx.again.advice"))
                .exception();
    }

    private String place() {
        return "line " + tags.line();
    }
}
