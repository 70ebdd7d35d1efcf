package org.tickmark.importer.mt940;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;

/**
 * Goes through a file line by line. A line is a field when it begins with a tag that the messages know, and goes on with the field before it otherwise; what
 * stands between messages is passed over, for banks put headers of their own there.
 */
final class MessageReader {
    /** More lines before the first message than any header has. */
    private static final int MOST_HEADER_LINES = 1000;

    private static final String END = "-}";

    /** What the lines at hand belong to. */
    private enum Part {
        /** Nothing: between messages. */
        NONE,
        /** Reference, account, number: what is behind them is passed over. */
        HEAD,
        /** The opening balance and what else ends on its own line. */
        WHOLE,
        /** An entry's field :61:. */
        ENTRY,
        /** An entry's field :86:. */
        DETAILS,
        /** What follows the entries. */
        TAIL
    }

    private final LineReader lines;
    private final ReadContext context;
    private final StatementSink sink;
    private final LineProblems problems;
    private final Fields fields;
    private final EntryReader entry;
    private final Envelope envelope;
    private Part part = Part.NONE;
    private Statement statement;
    private Statement before;
    private int headerLines;
    private boolean told;
    private boolean partial;

    MessageReader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        this.lines = new LineReader(in, context.limits().line(), EncodingOption.rule(context, Mt940Importer.ENCODING));
        this.context = context;
        this.sink = sink;
        this.problems = new LineProblems(lines, sink, "mt940", "MT940");
        this.envelope = new Envelope(problems);
        Dates dates = new Dates(lines, problems);
        this.fields = new Fields(lines, dates, problems);
        this.entry = new EntryReader(lines, context.limits().line(), dates, problems);
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        boolean filled = false;
        while (lines.next()) {
            skipControls(lines);
            if (MtAmount.endWithoutBlanks(lines) > lines.start()) {
                filled = true;
                context.cancel().throwIfCancelled();
                readLine();
            }
        }
        if (!filled) {
            throw problems.empty();
        }
        finish();
    }

    /** Marks of transmission may stand before a message. */
    static void skipControls(LineReader lines) {
        int start = lines.start();
        while (start < lines.end() && lines.buffer()[start] >= 0 && lines.buffer()[start] < ' ') {
            start++;
        }
        lines.narrow(start, lines.end());
    }

    private void readLine() {
        partial = false;
        Tag tag = Tag.of(lines);
        if (endsMessage(tag)) {
            lines.narrow(lines.start(), lines.end() - END.length());
            readLine();
            endMessage();
        } else if (tag != null && !isRestOfATime()) {
            readField(tag, Tag.valueStart(lines));
        } else if (isEnd()) {
            endMessage();
        } else if (lines.at(0) == '{' && (part == Part.NONE || part == Part.TAIL)) {
            readEnvelope();
        } else {
            goOn();
        }
    }

    /** Whether the mark of the end stands behind a field, on its line. */
    private boolean endsMessage(Tag tag) {
        return envelope.isOpen()
                && lines.length() > END.length()
                && lines.endsWith(END)
                && (tag != null || part == Part.TAIL);
    }

    /** Long texts are broken anywhere, also inside a time of day: what follows such a break may look like a tag. */
    private boolean isRestOfATime() {
        return (part == Part.DETAILS || part == Part.ENTRY)
                && entry.endsInAnHour()
                && isMinute(1)
                && lines.at(3) == ':'
                && isMinute(4)
                && !Ascii.isDigit(lines.at(6));
    }

    private boolean isMinute(int index) {
        return lines.at(index) >= '0' && lines.at(index) < '6' && Ascii.isDigit(lines.at(index + 1));
    }

    /** A hyphen alone ends a message, but inside a statement without its closing balance it is text. */
    private boolean isEnd() {
        int at = lines.start();
        int end = MtAmount.endWithoutBlanks(lines);
        byte[] bytes = lines.buffer();
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        if (at == end || bytes[at] != '-') {
            return false;
        }
        boolean brace = at + 1 < end && bytes[at + 1] == '}';
        boolean text = part == Part.DETAILS && statement != null && !statement.isIntraday();
        return brace || (!text && (at + 1 == end || part == Part.TAIL));
    }

    private void readEnvelope() {
        if (part == Part.TAIL && !Envelope.isBehind(lines)) {
            endMessage();
        }
        envelope.read(lines);
        if (lines.start() < lines.end()) {
            readLine();
        }
    }

    private void readField(Tag tag, int from) {
        if (tag == Tag.REFERENCE) {
            startMessage(from);
            return;
        }
        if (statement == null) {
            throw order(":20:");
        }
        if (statement.isClosingSeen() && tag.isHead()) {
            follow();
        }
        switch (tag) {
            case ACCOUNT, NUMBER, OPENING -> readHead(tag, from);
            case ENTRY -> startEntry(from);
            case INFORMATION -> readInformation(from);
            case CLOSING -> readClosing(from);
            case AVAILABLE -> readAvailable(from);
            case FLOOR -> {
                statement.intraday(fields.currency(from));
                part = Part.WHOLE;
            }
            case TIME -> {
                statement.createdAt(fields.instant(from));
                part = Part.HEAD;
            }
            case DEBITS, CREDITS -> readTotals(tag, from);
            default -> {
                tellEntry();
                part = statement.isOpen() ? Part.TAIL : Part.HEAD;
            }
        }
    }

    private void startMessage(int from) {
        if (statement != null) {
            closeStatement();
        }
        statement = new Statement(fields.reference(from), envelope.kind());
        part = Part.HEAD;
    }

    /** Another statement in the same message. */
    private void follow() {
        closeStatement();
        statement = statement.following();
    }

    private void readHead(Tag tag, int from) {
        if (statement.isOpen() || (tag == Tag.OPENING && statement.isOpeningSeen())) {
            throw order(":61:, :62F:");
        }
        part = Part.HEAD;
        switch (tag) {
            case ACCOUNT -> statement.account(fields.reference(from));
            case NUMBER -> statement.number(fields.sequence(from), fields.page(from));
            default -> {
                statement.opening(fields.balance(from), isOfAPage());
                part = Part.WHOLE;
            }
        }
    }

    /** Whether the tag of the line at hand is :60M: or :62M:. */
    private boolean isOfAPage() {
        return lines.at(3) == 'M';
    }

    private void startEntry(int from) {
        if (statement.isClosingSeen()) {
            throw order(":20:");
        }
        tellEntry();
        open();
        entry.start(from);
        part = Part.ENTRY;
    }

    private void readInformation(int from) {
        if (part == Part.ENTRY || part == Part.DETAILS) {
            entry.addDetails(from);
            part = Part.DETAILS;
        } else {
            part = statement.isOpen() ? Part.TAIL : Part.HEAD;
        }
    }

    private void readClosing(int from) {
        if (statement.isClosingSeen()) {
            throw order(":20:");
        }
        tellEntry();
        open();
        Optional<BalanceLine> balance = fields.balance(from);
        balance.ifPresent(closing -> requireCurrency(closing, from));
        partial = balance.isPresent() && !balance.get().whole();
        statement.closing(balance, isOfAPage());
        part = Part.TAIL;
    }

    private void requireCurrency(BalanceLine closing, int from) {
        if (!closing.currency().equals(statement.currency())) {
            problems.field(Field.CURRENCY, lines.place(from), closing.currency(), statement.currency());
        }
    }

    private void readAvailable(int from) {
        tellEntry();
        Optional<BalanceLine> balance = fields.balance(from);
        partial = balance.isPresent() && !balance.get().whole();
        if (statement.isOpen()) {
            balance.ifPresent(statement::available);
        }
        part = statement.isOpen() ? Part.TAIL : Part.WHOLE;
    }

    private void readTotals(Tag tag, int from) {
        tellEntry();
        Optional<Fields.TotalsLine> totals = fields.totals(from);
        partial = totals.isPresent() && !totals.get().whole();
        Optional<Statement.Totals> stated = totals.map(Fields.TotalsLine::totals);
        if (!statement.isOpeningSeen()) {
            statement.intraday(totals.map(Fields.TotalsLine::currency).orElse(""));
        }
        open();
        if (tag == Tag.DEBITS) {
            statement.debits(stated);
        } else {
            statement.credits(stated);
        }
        part = Part.TAIL;
    }

    /** Opens the statement at hand, once its head must be complete. */
    private void open() {
        if (statement.isOpen()) {
            return;
        }
        if (!statement.hasAccount()) {
            throw order(":25:");
        }
        Kind kind = statement
                .kind()
                .or(() -> context.kind().filter(Kind.INTRADAY::equals))
                .orElseThrow(() -> order(":60F:, :34F:"));
        if (kind == Kind.STATEMENT && !statement.isOpeningSeen()) {
            throw order(":60F:");
        }
        statement.open(sink, kind);
        told = true;
        checkPages();
    }

    /** A page must begin with the balance that the page before ended with. */
    private void checkPages() {
        if (before != null && statement.isBrokenFrom(before)) {
            problems.tell(Problem.warning(ErrorClass.E6.code("page"), Texts.message("mt940.page"))
                    .where(lines.place())
                    .found(statement.opening().orElseThrow().amount().toPlainString())
                    .expected(before.closing().orElseThrow().amount().toPlainString())
                    .build());
        }
    }

    private void goOn() {
        switch (part) {
            case NONE -> {
                if (!told && ++headerLines > MOST_HEADER_LINES) {
                    throw problems.other(":20:");
                }
                envelope.readHeader(lines);
                partial = lines.at(0) == ':' || Character.isLetterOrDigit(lines.at(0));
            }
            case WHOLE -> throw problems.broken("record", Texts.message("mt940.record"), ":61:, :62F:");
            case ENTRY -> entry.addSupplement(lines.start());
            case DETAILS -> entry.addDetails(lines.start());
            default -> partial = lines.at(0) == ':';
        }
    }

    private void tellEntry() {
        if (part == Part.ENTRY || part == Part.DETAILS) {
            entry.end(statement);
            part = Part.WHOLE;
        }
    }

    /** A mark of the end was read. */
    private void endMessage() {
        envelope.close();
        if (statement != null) {
            tellEntry();
            if (statement.isIntraday()) {
                open();
            } else if (!statement.isClosingSeen()) {
                throw problems.cutOff(":62F:");
            }
            close();
            statement = null;
        }
        part = Part.NONE;
    }

    /** The next statement, or the end of the file, comes without a mark. */
    private void closeStatement() {
        tellEntry();
        if (!statement.isComplete() || !statement.isOpen()) {
            throw problems.cutOff(statement.isIntraday() ? ":90D:, -" : ":62F:");
        }
        close();
    }

    private void close() {
        statement.close();
        before = statement;
    }

    private void finish() {
        if (envelope.isOpen()) {
            throw problems.cutOff(END);
        }
        if (!lines.isTerminated() && partial) {
            throw problems.cutOff("-");
        }
        if (statement != null) {
            closeStatement();
        }
        if (!told) {
            throw problems.other(":20:");
        }
        problems.finish();
    }

    private TickmarkException order(String expected) {
        return problems.broken("order", Texts.message("mt940.order"), expected);
    }
}
