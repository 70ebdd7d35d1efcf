package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Problem;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-02, YMD, 2026-11-02",
        "2026/11/02, YMD, 2026-11-02",
        "2026.11.02., YMD, 2026-11-02",
        "20261102, YMD, 2026-11-02",
        "26-11-02, YMD, 2026-11-02",
        "261102, YMD, 2026-11-02",
        "02.11.2026, DMY, 2026-11-02",
        "2.1.2026, DMY, 2026-01-02",
        "02-11-26, DMY, 2026-11-02",
        "02112026, DMY, 2026-11-02",
        "11/02/2026, MDY, 2026-11-02",
        "2026-11-02T10:15:00Z, YMD, 2026-11-02",
        "2026-11-02 10:15, YMD, 2026-11-02",
        "11/02/2026 12:00:00 AM, MDY, 2026-11-02",
        "27-01-2019 / 12:30, DMY, 2019-01-27",
        "2 Jan 2026, DMY, 2026-01-02",
        "02-Jan-26, DMY, 2026-01-02",
        "5. mai 2026, DMY, 2026-05-05",
        "05.okt.2026, DMY, 2026-10-05",
        "'Jan 5, 2026', MDY, 2026-01-05",
        "2026-jan-05, YMD, 2026-01-05",
        "02.11.85, DMY, 1985-11-02",
        "29.02.2024, DMY, 2024-02-29"
    })
    void readsADateInItsOrder(String text, DateOrder order, LocalDate day) {
        DateCell cell = new DateCell();

        assertThat(cell.isDate(text)).isTrue();
        assertThat(cell.date(order)).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026",
                "2026-13-01",
                "29.02.2025",
                "1.234,56",
                "12.05",
                "2026-11",
                "100 200 300",
                "2026-11-02x",
                "1234567890",
                "31.04.2026",
                "00.01.2026",
                "1-2-3-4",
                "may",
                "2026-11-02 noon"
            })
    void takesNothingElseForADate(String text) {
        assertThat(new DateCell().isDate(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a number that is no month            | 12/15/2026 1.00 01/02/2026 2.00 | mdy",
                "a number that is no month            | 15/12/2026 1.00 01/02/2026 2.00 | dmy",
                "points are never put after the month | 01.02.2026 1.00                 | dmy",
                "a decimal comma                      | 01/02/2026 1,00                 | dmy",
                "a year of four digits in front       | 2026-01-02 1.00                 | ymd",
                "days in order when the month is first| 01/05/2026 1.00 01/12/2026 1.00 02/03/2026 1.00 02/07/2026 1.00 03/01/2026 1.00 | mdy",
                "days in order when the day is first  | 05/01/2026 1.00 12/01/2026 1.00 03/02/2026 1.00 07/02/2026 1.00 01/03/2026 1.00 | dmy",
                "a year of two digits that is no day  | 32-01-05 1.00                   | ymd",
                "no year of two digits before a slash | 01/13/26 1.00                   | mdy",
                "months with names                    | 02-Jan-2026 1.00                | ymd"
            })
    void decidesTheOrderByWhatTheRowsShow(String because, String rows, String order) {
        assertThat(Csv.howRead(table(rows))).as(because).contains("date=" + order);
    }

    @Test
    void refusesToGuessBetweenTwoOrders() {
        Problem problem = Csv.refusal(table("01/02/2026 1.00 02/02/2026 2.00"));

        assertThat(problem.code()).isEqualTo("E4.date-order");
        assertThat(problem.where()).hasValue("column 1 (Date)");
        assertThat(problem.found()).hasValue("01/02/2026");
        assertThat(problem.expected()).hasValue("dd.MM.yyyy / MM/dd/yyyy");
        assertThat(problem.advice()).isPresent();
    }

    @Test
    void takesTheOrderThatTheDefinitionSets() {
        String table = table("01/02/2026 1.00");

        assertThat(Csv.statement(table, "date=mdy").entries().get(0).bookingDate())
                .hasValue(LocalDate.of(2026, 1, 2));
        assertThat(Csv.statement(table, "date=dmy").entries().get(0).bookingDate())
                .hasValue(LocalDate.of(2026, 2, 1));
    }

    /** Pairs of a date and an amount as a table. */
    private static String table(String pairs) {
        StringBuilder table = new StringBuilder("Date;Amount\n");
        String[] cells = pairs.strip().split(" ", -1);
        for (int i = 0; i < cells.length; i += 2) {
            table.append(cells[i]).append(';').append(cells[i + 1]).append('\n');
        }
        return table.toString();
    }
}
