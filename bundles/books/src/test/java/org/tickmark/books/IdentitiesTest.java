package org.tickmark.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.StatementHeader.Kind;

class IdentitiesTest {
    private static final int MORE_THAN_ARE_REMEMBERED = 200_010;

    @Test
    void theSecondReadingGivesWhatTheFirstGaveAlsoBehindWhatIsRemembered() {
        Identities identities = new Identities("NOK", Kind.STATEMENT);
        String[] first = IntStream.range(0, MORE_THAN_ARE_REMEMBERED)
                .mapToObj(number -> identities.next(entry(number)))
                .toArray(String[]::new);

        assertThat(identities.count()).isEqualTo(MORE_THAN_ARE_REMEMBERED);
        for (int place : new int[] {0, 1, 199_999, 200_000, MORE_THAN_ARE_REMEMBERED - 1}) {
            assertThat(identities.at(place, entry(place))).isEqualTo(first[place]);
        }
    }

    @Test
    void knowsTheFirstAndTheLastDay() {
        Identities identities = new Identities("NOK", Kind.STATEMENT);
        assertThat(identities.firstDay()).as("of nothing").isGreaterThan(identities.lastDay());

        for (String day : new String[] {"2026-11-04", "2025-12-31", "2026-02-28"}) {
            identities.next(Told.entry(day, "1").build());
        }
        assertThat(identities.firstDay()).isEqualTo("20251231");
        assertThat(identities.lastDay()).isEqualTo("20261104");
    }

    @Test
    void takesAYearOfFiveDigitsForAnyDay() {
        Identities identities = new Identities("NOK", Kind.STATEMENT);
        String identity = identities.next(ImportedEntry.of(BigDecimal.ONE, "1")
                .bookingDate(LocalDate.of(12_026, 1, 1))
                .build());

        assertThat(identity).isBetween(identities.firstDay(), identities.lastDay());
    }

    /** These stand in databases: whoever changes them raises the version of the key. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-04, 8.850, Kari  NORDMANN, 20261104-695d68a074df23e26ea430772b869641",
        "0999-01-02, -1, Ærlig Ångström ½, 09990102-c0218b5c72bd55d5544e242cec66198a"
    })
    void staysWhatItIs(String day, String amount, String text, String expected) {
        ImportedEntry entry = Told.entry(day, amount).text(text).build();

        assertThat(new EntryIdentity("NOK").of(entry, Status.BOOKED)).isEqualTo(expected);
    }

    private static ImportedEntry entry(int number) {
        return Told.entry("2026-11-04", "1.00").text("payment " + number).build();
    }
}
