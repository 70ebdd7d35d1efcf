package org.tickmark.testkit.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.rule.OpenRow;

/**
 * An open row for a test, without its number.
 *
 * @param row the row, under a number that means nothing
 */
public record FakeRow(OpenRow row) {
    /** The order in which the host shows rows; those alike in everything in the order given. */
    static final Comparator<FakeRow> ORDER = Comparator.<FakeRow, OpenRow.Side>comparing(
                    fake -> fake.row().side())
            .thenComparing(fake -> fake.row().bookingDate())
            .thenComparing(fake -> fake.row().amount())
            .thenComparing(fake -> fake.numbered(0).toString());

    /** A row of the bank. */
    public static FakeRow bank(String bookingDate, String amount) {
        return of(OpenRow.Side.BANK, bookingDate, amount);
    }

    /** A row of the ledger. */
    public static FakeRow ledger(String bookingDate, String amount) {
        return of(OpenRow.Side.LEDGER, bookingDate, amount);
    }

    private static FakeRow of(OpenRow.Side side, String bookingDate, String amount) {
        return new FakeRow(new OpenRow(
                0,
                side,
                LocalDate.parse(bookingDate),
                Optional.empty(),
                new BigDecimal(amount),
                List.of(),
                "",
                "",
                "",
                ""));
    }

    /** With one more reference, of whoever is paid. */
    public FakeRow reference(String value) {
        List<Reference> references = Stream.concat(
                        row.references().stream(), Stream.of(new Reference(Reference.Type.CREDITOR, value)))
                .toList();
        return changed(references, row.party(), row.partyAccount(), row.text());
    }

    /** With this name of the other side. */
    public FakeRow party(String name) {
        return changed(row.references(), name, row.partyAccount(), row.text());
    }

    /** With this account of the other side. */
    public FakeRow partyAccount(String account) {
        return changed(row.references(), row.party(), account, row.text());
    }

    /** With this text. */
    public FakeRow text(String text) {
        return changed(row.references(), row.party(), row.partyAccount(), text);
    }

    private FakeRow changed(List<Reference> references, String party, String partyAccount, String text) {
        return new FakeRow(new OpenRow(
                0,
                row.side(),
                row.bookingDate(),
                row.valueDate(),
                row.amount(),
                references,
                party,
                partyAccount,
                row.bankReference(),
                text));
    }

    /** The row under the number that it has in a run. */
    OpenRow numbered(int number) {
        return new OpenRow(
                number,
                row.side(),
                row.bookingDate(),
                row.valueDate(),
                row.amount(),
                row.references(),
                row.party(),
                row.partyAccount(),
                row.bankReference(),
                row.text());
    }
}
