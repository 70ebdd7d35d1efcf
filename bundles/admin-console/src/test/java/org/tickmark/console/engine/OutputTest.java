package org.tickmark.console.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

class OutputTest {
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);
    private static final Message SIDE = MessageCatalog.of(OutputTest.class).message("severity.error");
    private static final Table TABLE = Table.under(
                    Column.integer("entry_id"),
                    Column.date("booking_date"),
                    Column.amount("amount"),
                    Column.text("currency"),
                    Column.flag("proven"),
                    Column.instant("at"),
                    Column.list("refs"),
                    Column.message("side"),
                    Column.text("own_column"))
            .row(
                    7L,
                    SUNDAY_31_MAY,
                    new BigDecimal("-1250.5"),
                    "NOK",
                    true,
                    Instant.parse("2026-06-01T08:00:00Z"),
                    List.of("KID:1", "KID:2"),
                    SIDE,
                    "=1+1")
            .row(12_000L, null, new BigDecimal("7"), "JPY", false, null, List.of(), SIDE, null)
            .build();

    private final Workbench workbench =
            new Workbench().with(FakeCommand.of(FakeCommand.named("thing", "list"), call -> CommandResult.of(TABLE)));

    @Test
    void aTableInEnglish() {
        assertThat(print(Locale.ENGLISH)).isEqualTo("""
            Entry  Booked         Amount  Currency  Proven  At                   References    Side    own column
            -----  ----------  ---------  --------  ------  -------------------  ------------  ------  ----------
                7  2026-05-31  -1,250.50  NOK       yes     2026-06-01 08:00:00  KID:1, KID:2  error:  =1+1
            12000                      7  JPY       no                                         error:
            """);
    }

    @Test
    void aTableInNorwegian() {
        assertThat(print(Locale.forLanguageTag("nb"))).isEqualTo("""
             Post  Bokført         Beløp  Valuta  Bevist  Når                  Referanser    Side   own column
            -----  ----------  ---------  ------  ------  -------------------  ------------  -----  ----------
                7  31.05.2026  -1\u00a0250,50  NOK     ja      01.06.2026 08:00:00  KID:1, KID:2  feil:  =1+1
            12000                      7  JPY     nei                                        feil:
            """);
    }

    @Test
    void aTableInSwedish() {
        assertThat(print(Locale.forLanguageTag("sv")))
                .startsWith(" Post  Bokförd        Belopp  Valuta  Bevisat  När ")
                .contains("2026-05-31  -1\u00a0250,50  NOK     ja       2026-06-01 08:00:00");
    }

    @Test
    void jsonHasStableNamesAndExactValuesInEveryLanguage() {
        String json = """
            [
              {
                "entry_id": 7,
                "booking_date": "2026-05-31",
                "amount": "-1250.5",
                "currency": "NOK",
                "proven": true,
                "at": "2026-06-01T08:00:00Z",
                "refs": [
                  "KID:1",
                  "KID:2"
                ],
                "side": "severity.error",
                "own_column": "=1+1"
              },
              {
                "entry_id": 12000,
                "booking_date": null,
                "amount": "7",
                "currency": "JPY",
                "proven": false,
                "at": null,
                "refs": [],
                "side": "severity.error",
                "own_column": null
              }
            ]
            """;
        assertThat(print(Locale.ENGLISH, "-o", "json")).isEqualTo(json);
        assertThat(print(Locale.forLanguageTag("nb"), "-o", "json")).isEqualTo(json);
    }

    @Test
    void csvIsForSpreadsheetsAndHarmless() {
        assertThat(print(Locale.ENGLISH, "-o", "csv"))
                .isEqualTo(String.join(
                        "\r\n",
                        "entry_id,booking_date,amount,currency,proven,at,refs,side,own_column",
                        "7,2026-05-31,-1250.5,NOK,true,2026-06-01T08:00:00Z,KID:1;KID:2,error:,'=1+1",
                        "12000,,7,JPY,false,,,error:,",
                        ""));
        assertThat(print(Locale.ENGLISH, "-o", "csv", "--no-headers")).startsWith("7,");
    }

    @Test
    void headingsMayBeLeftOut() {
        assertThat(print(Locale.ENGLISH, "--no-headers")).startsWith("    7  2026-05-31");
    }

    @Test
    void aNarrowScreenCutsTextAndNeverNumbers() {
        FakeTerminal terminal = new FakeTerminal().wide(60);
        Table table = Table.under(Column.text("text"), Column.amount("amount"))
                .row("x".repeat(80), new BigDecimal("123456.78"))
                .build();
        new Workbench()
                .with(FakeCommand.of(FakeCommand.named("thing", "list"), call -> CommandResult.of(table)))
                .run(terminal, "thing", "list");
        assertThat(Arrays.asList(terminal.out().split("\n", -1)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(terminal.out()).contains("…  123,456.78\n");
    }

    @Test
    void columnsThatDoNotFitAreLeftOutAndTold() {
        FakeTerminal terminal = new FakeTerminal().wide(60);
        Table table = Table.under(
                        Column.amount("amount"),
                        Column.text("text"),
                        Column.instant("at"),
                        Column.text("party"),
                        Column.text("currency"))
                .row(new BigDecimal("5.00"), "x".repeat(80), Instant.EPOCH, "p".repeat(30), "SEK")
                .build();
        new Workbench()
                .with(FakeCommand.of(FakeCommand.named("thing", "list"), call -> CommandResult.of(table)))
                .run(terminal, "thing", "list");
        assertThat(terminal.out())
                .contains("Amount", "5.00", "x…", "1970-01-01")
                .doesNotContain("ppp", "SEK");
        assertThat(terminal.err()).isEqualTo("2 columns do not fit here: Party, Currency. -o json tells them too.\n");
    }

    @Test
    void headingsAreBoldOnlyWhereStylesAreWanted() {
        FakeTerminal styled = new FakeTerminal().withStyles();
        workbench.run(styled, "thing", "list");
        assertThat(styled.out()).startsWith("\u001b[1mEntry");
        FakeTerminal plain = new FakeTerminal().withStyles();
        workbench.run(plain, "thing", "list", "--no-color");
        assertThat(plain.out()).startsWith("Entry");
    }

    @Test
    void anEmptyTableSaysSoToPeopleAndIsEmptyToPrograms() {
        Workbench empty = new Workbench()
                .with(FakeCommand.of(
                        FakeCommand.named("thing", "list"),
                        call -> CommandResult.of(
                                Table.under(Column.text("name")).build())));
        FakeTerminal people = new FakeTerminal();
        empty.run(people, "thing", "list");
        assertThat(people.out()).isEmpty();
        assertThat(people.err()).isEqualTo("Nothing to show.\n");
        FakeTerminal programs = new FakeTerminal();
        empty.run(programs, "thing", "list", "-o", "json");
        assertThat(programs.out()).isEqualTo("[]\n");
        assertThat(programs.err()).isEmpty();
    }

    @Test
    void aDocumentIsForProgramsAndItsTextForPeople() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sum", new BigDecimal("10.00"));
        Workbench documented = new Workbench()
                .with(FakeCommand.of(FakeCommand.named("thing", "show"), call -> CommandResult.of("ten", document)));
        FakeTerminal people = new FakeTerminal();
        documented.run(people, "thing", "show");
        assertThat(people.out()).isEqualTo("ten\n");
        FakeTerminal programs = new FakeTerminal();
        documented.run(programs, "thing", "show", "-o", "json");
        assertThat(programs.out()).isEqualTo("{\n  \"sum\": \"10.00\"\n}\n");
    }

    @Test
    void aTextIsPrintedAsItIsWhateverIsAsked() {
        Workbench text = new Workbench()
                .with(FakeCommand.of(FakeCommand.named("thing", "export"), call -> CommandResult.of("a: 1\n")));
        FakeTerminal terminal = new FakeTerminal();
        text.run(terminal, "thing", "export", "-o", "json");
        assertThat(terminal.out()).isEqualTo("a: 1\n");
    }

    private String print(Locale locale, String... options) {
        FakeTerminal terminal = new FakeTerminal().in(locale);
        List<String> words = new ArrayList<>(List.of("thing", "list"));
        words.addAll(List.of(options));
        workbench.runner().run(words, terminal);
        return terminal.out();
    }
}
