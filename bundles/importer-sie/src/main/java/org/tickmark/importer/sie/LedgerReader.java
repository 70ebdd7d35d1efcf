package org.tickmark.importer.sie;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.ledger.Ledger;
import org.tickmark.kit.ledger.Voucher;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineReader;

/**
 * Reads a file line by line. Records that it does not know are passed over, as the format demands; so are {@code #BTRANS} and
 * {@code #RTRANS}, the history of a voucher's rows: each added row stands there as {@code #TRANS} too.
 */
final class LedgerReader {
    private static final String THIS_YEAR = "0";

    private final LineReader lines;
    private final Line line = new Line();
    private final Fields fields;
    private final ReadContext context;
    private final Choices choices;
    private final LineProblems problems;
    private final Ledger ledger;
    private Checksum checksum;
    private Voucher voucher;
    private boolean inside;
    private boolean whole;

    LedgerReader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        this.context = context;
        this.choices = Choices.of(context);
        this.lines = new LineReader(in, context.limits().line(), choices.encoding());
        this.problems = new LineProblems(lines, sink, "sie", "SIE 4");
        this.fields = new Fields(lines, line, problems);
        this.ledger = new Ledger(sink, "SEK");
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        readFirst();
        do {
            context.cancel().throwIfCancelled();
            readLine();
        } while (lines.nextFilled());
        finish();
    }

    private void readFirst() throws IOException {
        if (!lines.nextFilled()) {
            throw problems.empty();
        }
        line.cut(lines.buffer(), lines.start(), lines.end());
        if (!Labels.isLabel(line.ascii(0))) {
            throw problems.other("#FLAGGA");
        }
    }

    private void readLine() {
        byte first = lines.buffer()[lines.start()];
        whole = lines.isTerminated() || first == '}';
        if (first == '#') {
            readRecord(line.firstWord(lines.buffer(), lines.start(), lines.end()));
        } else {
            switch (first) {
                case '{' -> openBlock();
                case '}' -> closeBlock();
                default -> throw broken("record", "#…, {, }");
            }
        }
    }

    private void readRecord(String label) {
        if (label.equals("#KSUMMA")) {
            cut();
            checksum();
        } else if (checksum != null) {
            checksum.add(lines.buffer(), lines.start(), lines.end());
        }
        switch (label) {
            case "#TRANS" -> transaction();
            case "#VER" -> startVoucher();
            case "#IB" -> balance(ledger::opening);
            case "#UB", "#RES" -> balance(ledger::closing);
            case "#KONTO" -> {
                cut();
                ledger.addToChart(line.ascii(1));
            }
            case "#SIETYP" -> type();
            case "#RAR" -> year();
            case "#VALUTA" -> {
                cut();
                requireInTime(
                        !fields.isGiven(1) || ledger.currency(line.ascii(1).toUpperCase(Locale.ROOT)));
            }
            case "#ORGNR" -> {
                cut();
                requireInTime(ledger.owner(line.ascii(1)));
            }
            case "#FLAGGA" -> flag();
            default -> {
                // passed over, as the format demands
            }
        }
    }

    private void cut() {
        line.cut(lines.buffer(), lines.start(), lines.end());
    }

    private void startVoucher() {
        if (voucher != null) {
            throw broken("block", inside ? "}" : "{");
        }
        cut();
        String name = (line.ascii(1) + " " + fields.text(2)).strip();
        Optional<LocalDate> date = fields.date(3);
        date.ifPresent(this::checkYear);
        voucher = new Voucher(name, date, fields.text(4), lines.place());
        inside = line.isBraceOpen();
    }

    private void openBlock() {
        if (voucher == null || inside) {
            throw broken("block", "#VER");
        }
        inside = true;
    }

    private void closeBlock() {
        if (!inside) {
            throw broken("block", "#VER");
        }
        voucher.imbalance(choices.vouchers()).ifPresent(problems::tell);
        voucher = null;
        inside = false;
    }

    private void transaction() {
        if (!inside) {
            throw broken("block", "#VER");
        }
        cut();
        int objects = line.objects();
        int amountField = objects < 0 ? 2 : objects + 1;
        String account = objects == 1 ? "" : line.ascii(1);
        if (account.isEmpty()) {
            fields.missing("1510");
        }
        fields.amount(amountField)
                .ifPresentOrElse(amount -> entry(account, amount, amountField), voucher::addUnreadable);
    }

    private void entry(String account, BigDecimal amount, int amountField) {
        voucher.add(amount);
        ImportedEntry.Builder entry =
                ImportedEntry.of(amount, lines.place()).id(voucher.name()).voucher(voucher.name());
        bookingDate(amountField + 1).ifPresent(entry::bookingDate);
        String text = fields.text(amountField + 2);
        entry.text(text);
        if (!voucher.text().equals(text)) {
            entry.text(voucher.text());
        }
        ledger.entry(account, entry.build());
    }

    private Optional<LocalDate> bookingDate(int field) {
        if (!fields.isGiven(field)) {
            return voucher.date();
        }
        Optional<LocalDate> own = fields.date(field);
        if (!own.equals(voucher.date())) {
            own.ifPresent(this::checkYear);
        }
        return own;
    }

    private void checkYear(LocalDate date) {
        ledger.outsideYear(date, lines.place()).ifPresent(problems::tell);
    }

    private void balance(BiPredicate<String, BigDecimal> taker) {
        cut();
        if (!line.ascii(1).equals(THIS_YEAR)) {
            return;
        }
        String account = line.ascii(2);
        if (account.isEmpty()) {
            fields.missing("1510");
        }
        fields.amount(3)
                .filter(amount -> !taker.test(account, amount))
                .ifPresent(second -> warn("balance", problems.shown(), account));
    }

    private void type() {
        cut();
        if (!line.ascii(1).matches("[1-4].*")) {
            throw Problem.error(ErrorClass.E2.code("type"), Texts.message("sie.type"))
                    .where(lines.place())
                    .found(problems.shown())
                    .expected("#SIETYP 1, 2, 3, 4")
                    .exception();
        }
    }

    private void year() {
        cut();
        if (!line.ascii(1).equals(THIS_YEAR) || !fields.isGiven(2)) {
            return;
        }
        Optional<LocalDate> first = fields.dateOrNothing(2);
        Optional<LocalDate> last = fields.dateOrNothing(3);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            warn("year", problems.shown(), "#RAR 0 20260101 20261231");
        } else {
            requireInTime(ledger.year(first.get(), last.get()));
        }
    }

    private void flag() {
        cut();
        if (line.ascii(1).equals("1")) {
            warn("flag", "#FLAGGA 1", "#FLAGGA 0");
        }
    }

    private void checksum() {
        if (line.count() == 1) {
            checksum = new Checksum();
        } else if (checksum != null) {
            boolean matches = checksum.value().equals(line.ascii(1));
            if (!matches) {
                problems.tell(choices.checksum()
                        .problem(ErrorClass.E5.code("checksum"), Texts.message("sie.checksum"))
                        .where(lines.place())
                        .found(line.ascii(1))
                        .expected(checksum.value())
                        .build());
            }
            whole |= matches;
            checksum = null;
        }
    }

    private void finish() {
        if (voucher != null) {
            throw problems.cutOff("}");
        } else if (checksum != null) {
            throw problems.cutOff("#KSUMMA");
        } else if (!whole) {
            throw problems.cutOff("\\n");
        } else if (ledger.isEmpty()) {
            throw broken("no-content", "#VER, #IB, #UB, #RES");
        }
        ledger.close(problems::tell, "#KONTO");
        problems.finish();
    }

    /** What the head says must be known before the first statement is opened with it. */
    private void requireInTime(boolean inTime) {
        if (!inTime) {
            throw Problem.error(ErrorClass.E3.code("order"), Texts.message("sie.order"))
                    .where(lines.place())
                    .found(problems.shown())
                    .expected("#VER")
                    .exception();
        }
    }

    private void warn(String word, String found, String expected) {
        problems.warn(word, Texts.message("sie." + word), found, expected);
    }

    private TickmarkException broken(String word, String expected) {
        return problems.broken(word, Texts.message("sie." + word), expected);
    }
}
