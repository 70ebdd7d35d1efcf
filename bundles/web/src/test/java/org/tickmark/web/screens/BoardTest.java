package org.tickmark.web.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.testkit.view.FakeViewCall;

/** The board as it is without JavaScript. */
class BoardTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 18);

    private static Table.Builder open() {
        return Table.under(
                Column.integer("entry_id"),
                Column.message("side"),
                Column.date("booking_date"),
                Column.amount("amount"),
                Column.text("reference"),
                Column.text("party"),
                Column.text("text"),
                Column.message("reason"),
                Column.text("note"));
    }

    private static Message side(String id) {
        return MessageCatalog.of(BoardTest.class).message(id);
    }

    private static Table.Builder item(Table.Builder table, long id, String side, String amount, String party) {
        return table.row(
                id, side(side), MONDAY, new BigDecimal(amount), "", party, "", Message.verbatim("no counterpart"), "");
    }

    private static Table suggestions() {
        return Table.under(
                        Column.text("suggestion"),
                        Column.list("bank_entries"),
                        Column.list("ledger_entries"),
                        Column.list("rows"),
                        Column.list("reasons"))
                .row("3f9a", List.of("1"), List.of("2"), List.of("the bank's", "the ledger's"), List.of("same amount"))
                .build();
    }

    private static FakeViewCall call(Table open) {
        return FakeViewCall.create()
                .answering("rec open", CommandResult.of(open))
                .answering("rec suggest", CommandResult.of(suggestions()))
                .answering(
                        "rec matches",
                        CommandResult.of(
                                Table.under(Column.integer("match_id"), Column.amount("amount"), Column.text("by"))
                                        .row(9L, new BigDecimal("99.00"), "user:kari")
                                        .build()))
                .allowing("rec match")
                .allowing("rec accept")
                .allowing("rec unmatch");
    }

    /** A board with an item on either side, a suggestion, and a match made by hand. */
    static FakeViewCall call() {
        return call(item(item(open(), 1, "bank", "1250.5", "Anna"), 2, "ledger", "1250.5", "Bo")
                .build());
    }

    private static String board(FakeViewCall call) {
        Html html = new Html();
        Board.write(call, html, "bank-1930");
        return html.written();
    }

    @Test
    void hasATickForEachItemInThePaneOfItsSide() {
        String board = board(call());
        String bank = board.substring(board.indexOf("data-side=\"bank\""), board.indexOf("data-side=\"ledger\""));

        assertThat(bank)
                .contains("Bank (1 open)", "value=\"1\"", "data-amount=\"1250.5\"", "form=\"board-form\"", "Anna")
                .contains("no counterpart")
                .doesNotContain("Bo", "value=\"2\"");
        assertThat(board).contains("Ledger (1 open)", "name=\"arg.ENTRY\" value=\"2\"");
    }

    @Test
    void tellsWhatIsSuggestedAndWhy() {
        assertThat(board(call()))
                .contains("data-entries=\"1 2\"", "same amount", "rec accept {GROUP=bank-1930, SUGGESTION=3f9a}");
    }

    @Test
    void offersToUndoTheLastMatchMadeByHand() {
        assertThat(board(call())).contains("99.00, by user:kari", "rec unmatch {MATCH=9, reason=undone on the board}");
    }

    @Test
    void offersNothingThatTheCallerMayNotDo() {
        assertThat(board(call())).contains("Match</button>").doesNotContain("Write off");
    }

    @Test
    void showsPagesOfAPaneAndKeepsThoseOfTheOther() {
        Table.Builder many = open();
        for (long id = 1; id <= 200; id++) {
            item(many, id, "bank", "1", "Party " + id);
        }
        FakeViewCall call = call(many.build());

        assertThat(board(call))
                .contains("Bank (200 open)", "Party 75<", "1 of 3")
                .doesNotContain("Party 76<");
        assertThat(board(call.with("bank", "3").with("ledger", "2")))
                .contains("Party 200<", "3 of 3", "ledger=2")
                .doesNotContain("Party 75<");
        assertThat(board(call.with("bank", "x"))).contains("Party 1<");
    }

    @Test
    void putsIntoWordsOnlyWhatItShows() {
        AtomicInteger told = new AtomicInteger();
        Object text = new Object() {
            @Override
            public String toString() {
                told.incrementAndGet();
                return "Paid";
            }
        };
        Table.Builder many = Table.under(Column.integer("entry_id"), Column.message("side"), Column.text("text"));
        for (long id = 1; id <= 200; id++) {
            many.row(id, side("bank"), text);
        }

        assertThat(board(call(many.build()))).contains("Paid");
        assertThat(told).hasValue(75);
    }

    @Test
    void filtersBothPanesByWhatAnItemSays() {
        assertThat(board(call().with("q", "ANN"))).contains("Anna", "Bank (1 open)", "Ledger (0 open)");
    }

    @Test
    void speaksTheLanguageOfWhoLooks() {
        assertThat(board(call().in(Locale.forLanguageTag("sv")))).contains("Huvudbok (1 öppna)", "Stäm av");
    }
}
