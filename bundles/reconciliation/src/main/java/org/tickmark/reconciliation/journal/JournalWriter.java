package org.tickmark.reconciliation.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.Journals.Format;
import org.tickmark.kit.money.Amounts;
import org.tickmark.kit.text.Csv;

/**
 * Writes vouchers as files that ledgers read.
 *
 * @param unit name of the unit
 * @param currency ISO 4217 code of all amounts
 * @param today the day on which the file is written
 */
public record JournalWriter(String unit, String currency, LocalDate today) {
    private static final Charset PC8 = Charset.forName("IBM437");
    private static final String CRLF = "\r\n";

    /** The file. */
    public byte[] write(List<JournalVoucher> vouchers, Format format) {
        return switch (format) {
            case SIE -> sie(vouchers).getBytes(PC8);
            case CSV -> csv(vouchers).getBytes(StandardCharsets.UTF_8);
        };
    }

    // SIE 4I

    private String sie(List<JournalVoucher> vouchers) {
        StringBuilder out = new StringBuilder();
        line(out, "#FLAGGA 0");
        line(out, "#PROGRAM \"Tickmark\" \"0.1\"");
        line(out, "#FORMAT PC8");
        line(out, "#GEN " + day(today));
        line(out, "#SIETYP 4");
        line(out, "#FNAMN " + quoted(unit));
        line(out, "#VALUTA " + currency);
        vouchers.forEach(voucher -> voucher(out, voucher));
        return out.toString();
    }

    private void voucher(StringBuilder out, JournalVoucher voucher) {
        line(out, "#VER \"\" \"\" " + day(voucher.date()) + " " + quoted(voucher.text()));
        line(out, "{");
        for (JournalVoucher.Line line : voucher.lines()) {
            line(
                    out,
                    "#TRANS " + quoted(line.account()) + " {} " + Amounts.plain(line.amount(), currency) + " "
                            + day(voucher.date()) + " " + quoted(voucher.text()));
        }
        line(out, "}");
    }

    private static void line(StringBuilder out, String line) {
        out.append(line).append(CRLF);
    }

    private static String day(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    /** In quotes, in letters that the code page has: the Norwegian and Danish ø is written as its Swedish sister. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .map(point -> point == 'ø' ? 'ö' : point == 'Ø' ? 'Ö' : point)
                .forEach(point ->
                        quoted.append(point == '"' || point == '\\' ? "\\" : "").appendCodePoint(point));
        return quoted.append('"').toString();
    }

    // CSV

    private String csv(List<JournalVoucher> vouchers) {
        StringBuilder out = new StringBuilder();
        Csv csv = new Csv(out, ',', Csv.Formulas.GUARDED);
        try {
            csv.row("reference", "date", "account", "debit", "credit", "currency", "kind", "text");
            for (JournalVoucher voucher : vouchers) {
                for (JournalVoucher.Line line : voucher.lines()) {
                    row(csv, voucher, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toString();
    }

    private void row(Csv csv, JournalVoucher voucher, JournalVoucher.Line line) throws IOException {
        BigDecimal amount = new BigDecimal(Amounts.plain(line.amount().abs(), currency));
        boolean debit = line.amount().signum() > 0;
        csv.row(
                voucher.reference(),
                voucher.date(),
                line.account(),
                debit ? amount : null,
                debit ? null : amount,
                currency,
                voucher.kind(),
                voucher.text());
    }
}
