package org.tickmark.reconciliation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.FileMatching;
import org.tickmark.api.host.reconciliation.FileMatching.Match;
import org.tickmark.api.host.reconciliation.FileMatching.Suggestion;
import org.tickmark.api.host.reconciliation.FilePair;
import org.tickmark.api.host.reconciliation.FilePair.Period;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.importer.StatementHeader.Kind;

class FileMatcherTest {
    private static final Instant NOW = Instant.parse("2026-02-01T06:00:00Z");

    private final FakeFile bank = new FakeFile("in/bank.csv").statement(Kind.STATEMENT, "", "SEK");
    private final FakeFile ledger = new FakeFile("in/ledger.csv").statement(Kind.STATEMENT, "", "SEK");

    @Test
    void matchesRowsByTheNamesThatTheirFilesGiveThem() {
        bank.row("B-7", "2026-01-07", "1250.00", "1234574", "");
        ledger.row("", "2026-01-02", "99.00", "", "Elverket").row("", "2026-01-05", "1250.00", "1234574", "");

        FileMatching matching = match();

        assertThat(matching.matches()).singleElement().satisfies(match -> {
            assertThat(match.id()).isEqualTo(1);
            assertThat(match.rule()).isEqualTo("reference-sum");
            assertThat(match.bank()).containsExactly("B-7");
            assertThat(match.ledger()).containsExactly("2");
            assertThat(match.difference()).isEqualByComparingTo("0");
            assertThat(match.evidence()).isNotEmpty();
        });
        assertThat(matching.rules())
                .filteredOn(rule -> rule.matches() > 0)
                .containsExactly(new RuleCount("reference-sum", "key-zero", 1, 1, 1));
        assertThat(matching.open()).singleElement().satisfies(open -> {
            assertThat(open.row().name()).isEqualTo("1");
            assertThat(open.row().side()).isEqualTo(Side.LEDGER);
            assertThat(open.row().party()).isEqualTo("Elverket");
            assertThat(open.ageDays()).isEqualTo(5);
            assertThat(open.reason().text(Locale.ENGLISH)).contains("99.00");
        });
    }

    @Test
    void bearsNoDifferenceUnlessTheTemplateOfRulesDoes() {
        bank.balances("0.00", "1249.60").row("B1", "2026-01-07", "1249.60", "1234574", "");
        ledger.balances("0.00", "1250.00").row("L1", "2026-01-05", "1250.00", "1234574", "");

        assertThat(match().matches()).isEmpty();
        FileMatching matching = matchBy("with-differences");
        assertThat(matching.matches()).singleElement().satisfies(match -> {
            assertThat(match.rule()).isEqualTo("rounding");
            assertThat(match.difference()).isEqualByComparingTo("-0.40");
        });
        assertThat(matching.proofs()).singleElement().satisfies(proof -> {
            assertThat(proof.ok()).isTrue();
            assertThat(proof.matchedDifference()).isEqualByComparingTo("-0.40");
        });
    }

    @Test
    void matchesWhatTheBankBookedAsOneWithTheRowsThatItsPaymentsName() {
        bank.batch("B1", "2026-01-07", "200.00", "1234574", "1234582", "1234590");
        ledger.row("L1", "2026-01-02", "200.00", "1234574", "Alm")
                .row("L2", "2026-01-05", "200.00", "1234582", "Berg")
                .row("L3", "2026-01-05", "200.00", "1234590", "Ceder")
                .row("L4", "2026-01-05", "200.00", "1234608", "Dal");

        assertThat(match().matches()).singleElement().satisfies(match -> {
            assertThat(match.rule()).isEqualTo("reference-sum");
            assertThat(match.bank()).containsExactly("B1");
            assertThat(match.ledger()).containsExactlyInAnyOrder("L1", "L2", "L3");
        });
    }

    @Test
    void leavesWhatTheBankBookedAsOneOpenIfARowOfItsPaymentsIsMissing() {
        bank.batch("B1", "2026-01-07", "200.00", "1234574", "1234582", "1234590");
        ledger.row("L1", "2026-01-02", "200.00", "1234574", "Alm")
                .row("L2", "2026-01-05", "200.00", "1234582", "Berg")
                .row("L4", "2026-01-05", "200.00", "1234608", "Dal");

        assertThat(match().matches()).isEmpty();
    }

    @Test
    void refusesATemplateOfRulesThatIsNotThere() {
        assertThatThrownBy(() -> matchBy("lenient")).isInstanceOfSatisfying(TickmarkException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("usage.match-rules");
            assertThat(refused.problem().found()).contains("lenient");
            assertThat(refused.problem().expected()).contains("standard, with-differences");
        });
    }

    @Test
    void givesNoTwoRowsOfASideTheSameName() {
        bank.row("2", "2026-01-07", "1.00", "", "")
                .row("", "2026-01-07", "2.00", "", "")
                .row("2", "2026-01-07", "3.00", "", "");

        assertThat(match().open()).extracting(open -> open.row().name()).containsExactlyInAnyOrder("2", "2#2", "2#3");
    }

    @Test
    void leavesOutWhatIsNotBooked() {
        bank.row("B1", "2026-01-07", "10.00", "", "").pending("B2", "2026-01-08", "20.00");

        FileMatching matching = match();

        assertThat(matching.rows(Side.BANK)).isEqualTo(1);
        assertThat(matching.open()).extracting(open -> open.row().name()).containsExactly("B1");
    }

    @Test
    void provesBalancesThatBothFilesState() {
        bank.balances("1000.00", "2250.00").row("B1", "2026-01-07", "1250.00", "1234574", "");
        ledger.balances("900.00", "2151.00")
                .row("L1", "2026-01-05", "1250.00", "1234574", "")
                .row("L2", "2026-01-06", "1.00", "", "");

        assertThat(match().proofs()).singleElement().satisfies(proof -> {
            assertThat(proof.ok()).isTrue();
            assertThat(proof.bankBalance()).isEqualTo(new BigDecimal("2250.00"));
            assertThat(proof.ledgerBalance()).isEqualTo(new BigDecimal("2151.00"));
            assertThat(proof.openingDifference()).isEqualTo(new BigDecimal("100.00"));
            assertThat(proof.ledgerOpen()).isEqualTo(new BigDecimal("1.00"));
            assertThat(proof.bankStated()).contains(new BigDecimal("2250.00"));
        });
    }

    @Test
    void isNotProvenWhereAStatementDoesNotAddUp() {
        bank.balances("1000.00", "2250.01").row("B1", "2026-01-07", "1250.00", "1234574", "");

        assertThat(match().proofs())
                .singleElement()
                .satisfies(proof -> assertThat(proof.failures()).singleElement().satisfies(failure -> {
                    assertThat(failure.found()).contains("2250.00");
                    assertThat(failure.expected()).contains("2250.01");
                }));
    }

    @Test
    void isNotProvenWhereAStatementIsMissingBetweenTwo() {
        bank.balances("0.00", "10.00").row("B1", "2026-01-07", "10.00", "", "");
        bank.statement(Kind.STATEMENT, "", "SEK").balances("15.00", "35.00").row("B2", "2026-01-09", "20.00", "", "");

        assertThat(match().proofs()).singleElement().satisfies(proof -> assertThat(proof.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("rec.proof.gap")));
    }

    @Test
    void leavesOutWhatWasBookedOutsideThePeriodAndProvesItAllTheSame() {
        bank.balances("1000.00", "1130.00")
                .row("B1", "2026-01-31", "50.00", "", "")
                .row("B2", "2026-02-02", "20.00", "", "Granheim Bygg AS")
                .row("B3", "2026-03-01", "60.00", "", "");
        ledger.row("L1", "2026-01-30", "50.00", "", "").row("L2", "2026-02-01", "20.00", "", "Granheim Bygg AS");

        FileMatching matching = match(ledger, List.of(), february());

        assertThat(matching.rows(Side.BANK)).isEqualTo(1);
        assertThat(matching.matches()).singleElement().satisfies(found -> assertThat(found.bank())
                .containsExactly("B2"));
        assertThat(matching.open()).isEmpty();
        assertThat(matching.proofs()).singleElement().satisfies(proof -> {
            assertThat(proof.ok()).isTrue();
            assertThat(proof.date()).hasToString("2026-02-02");
            assertThat(proof.bankBalance()).isEqualTo(new BigDecimal("1070.00"));
            assertThat(proof.ledgerBalance()).isEqualTo(new BigDecimal("70.00"));
            assertThat(proof.openingDifference()).isEqualTo(new BigDecimal("1000.00"));
            assertThat(proof.bankStated()).isEmpty();
        });
    }

    @Test
    void isNotProvenWhereAFileContradictsItselfOutsideThePeriod() {
        bank.balances("0.00", "10.00").row("B1", "2026-01-07", "10.00", "", "");
        bank.statement(Kind.STATEMENT, "", "SEK").balances("15.00", "35.00").row("B2", "2026-02-09", "20.00", "", "");

        assertThat(match(ledger, List.of(), february()).proofs())
                .singleElement()
                .satisfies(proof -> assertThat(proof.failures())
                        .singleElement()
                        .satisfies(failure -> assertThat(failure.expected()).contains("35.00")));
    }

    @Test
    void saysWhichDaysTheOtherFileDoesNotKnow() {
        bank.row("B1", "2026-02-02", "20.00", "", "").row("B2", "2026-02-27", "30.00", "", "");
        for (int month = 1; month <= 5; month++) {
            ledger.row("L" + month, "2026-0" + month + "-02", month + ".00", "", "");
        }

        assertThat(match().notes()).singleElement().satisfies(note -> {
            assertThat(note.what().text(Locale.ENGLISH)).startsWith("3 of 5 rows of the ledger");
            assertThat(note.advice().orElseThrow().text(Locale.ENGLISH)).endsWith("--from 2026-02-02 --to 2026-02-27");
        });
        assertThat(match(ledger, List.of(), february()).notes()).isEmpty();
    }

    private static Period february() {
        return new Period(Optional.of(LocalDate.of(2026, 2, 1)), Optional.of(LocalDate.of(2026, 2, 28)));
    }

    @Test
    void provesAFileThatBeginsWithItsLatestStatement() {
        FakeFile latestFirst = new FakeFile("bank.xml");
        latestFirst
                .statement(Kind.STATEMENT, "1", "SEK", "2026-01-02", "2026-01-02")
                .balances("10.00", "30.00");
        latestFirst.row("B2", "2026-01-02", "20.00", "", "");
        latestFirst
                .statement(Kind.STATEMENT, "1", "SEK", "2026-01-01", "2026-01-01")
                .balances("0.00", "10.00");
        latestFirst.row("B1", "2026-01-01", "10.00", "", "");

        FileMatching matching =
                match(new FilePair(latestFirst, ledger, List.of(), List.of(), Period.ALL, Optional.empty()));

        assertThat(matching.proofs()).singleElement().satisfies(proof -> {
            assertThat(proof.failures()).isEmpty();
            assertThat(proof.bankStated()).contains(new BigDecimal("30.00"));
        });
    }

    @Test
    void takesOfALedgerTheAccountThatFitsTheBankBestAndSaysSo() {
        bank.row("B1", "2026-01-07", "10.00", "", "").row("B2", "2026-01-08", "-20.00", "", "");
        FakeFile sie = new FakeFile("ledger.se");
        sie.statement(Kind.LEDGER, "1510", "SEK").row("a", "2026-01-05", "10.00", "", "");
        sie.row("b", "2026-01-05", "-10.00", "", "").row("c", "2026-01-06", "30.00", "", "");
        sie.statement(Kind.LEDGER, "1930", "SEK").row("a", "2026-01-07", "10.00", "", "");
        sie.row("d", "2026-01-08", "-20.00", "", "");

        FileMatching matching = match(sie, List.of());

        assertThat(matching.accounts(Side.LEDGER)).containsExactly("1930");
        assertThat(matching.notes()).singleElement().satisfies(note -> assertThat(note.text(Locale.ENGLISH))
                .contains("1930", "--ledger-account"));
    }

    @Test
    void takesTheAccountsThatAreAskedForOrSaysWhichThereAre() {
        bank.row("B1", "2026-01-07", "10.00", "", "");
        FakeFile sie = new FakeFile("ledger.se");
        sie.statement(Kind.LEDGER, "1510", "SEK").row("a", "2026-01-05", "10.00", "", "");
        sie.statement(Kind.LEDGER, "1930", "SEK").row("b", "2026-01-07", "10.00", "", "");

        assertThat(match(sie, List.of("15 10")).accounts(Side.LEDGER)).containsExactly("1510");
        assertThatThrownBy(() -> match(sie, List.of("1940"))).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().found()).contains("1940");
            assertThat(e.problem().expected()).contains("1510, 1930");
        });
    }

    @Test
    void doesNotGuessBetweenTwoAccountsThatFitEquallyWell() {
        bank.row("B1", "2026-01-07", "10.00", "", "");
        FakeFile sie = new FakeFile("ledger.se");
        sie.statement(Kind.LEDGER, "1930", "SEK").row("a", "2026-01-05", "10.00", "", "");
        sie.statement(Kind.LEDGER, "1940", "SEK").row("b", "2026-01-07", "10.00", "", "");

        assertThatThrownBy(() -> match(sie, List.of())).isInstanceOfSatisfying(TickmarkException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo("usage.match-account"));
    }

    @Test
    void neverLetsAmountsOfDifferentCurrenciesMeetAndProvesEachByItself() {
        bank.in("EUR", "B1", "2026-01-07", "10.00", "1234574").in("SEK", "B2", "2026-01-07", "10.00", "1234582");
        ledger.in("SEK", "L1", "2026-01-07", "10.00", "1234574").in("SEK", "L2", "2026-01-07", "10.00", "1234582");

        FileMatching matching = match();

        assertThat(matching.matches())
                .extracting(Match::bank, Match::ledger)
                .containsExactly(tuple(List.of("B2"), List.of("L2")));
        assertThat(matching.proofs()).extracting(Proof::currency).containsExactly("EUR", "SEK");
        assertThat(matching.proofs()).allMatch(Proof::ok);
    }

    @Test
    void takesRowsWithoutACurrencyForTheOneThatIsKnown() {
        FakeFile unsaid = new FakeFile("ledger.csv").statement(Kind.STATEMENT, "", "");
        bank.row("B1", "2026-01-07", "10.00", "1234574", "");
        unsaid.row("L1", "2026-01-07", "10.00", "1234574", "");

        FileMatching matching = match(unsaid, List.of());

        assertThat(matching.matches()).hasSize(1);
        assertThat(matching.notes()).singleElement().satisfies(note -> assertThat(note.text(Locale.ENGLISH))
                .contains("SEK"));
    }

    @Test
    void suggestsWhatAPersonMayDecide() {
        bank.row("B1", "2026-01-07", "10.00", "1234574", "");
        ledger.row("L1", "2026-01-07", "10.00", "1234547", "");

        assertThat(match().suggestions()).singleElement().satisfies((Suggestion suggestion) -> {
            assertThat(suggestion.anchor()).isEqualTo("B1");
            assertThat(suggestion.rank()).isEqualTo(1);
            assertThat(suggestion.ledger()).extracting(FileMatching.Row::name).containsExactly("L1");
            assertThat(suggestion.difference()).isEqualByComparingTo("0");
            assertThat(suggestion.reasons()).isNotEmpty();
        });
    }

    @Test
    void reportsAPageWithTheRowsByName() {
        bank.row("B-17", "2026-01-07", "1250.00", "1234574", "").row("B-18", "2026-01-07", "7.00", "", "<b>Kvarn</b>");
        ledger.row("L-23", "2026-01-05", "1250.00", "1234574", "");

        FileMatching matching = match();

        assertThat(matching.htmlReport(Locale.ENGLISH))
                .contains("bank.csv – ledger.csv", "B-17", "L-23", "B-18", "&lt;b&gt;Kvarn&lt;/b&gt;")
                .doesNotContain("<b>Kvarn</b>");
        assertThat(matching.textReport(Locale.ENGLISH)).contains("B-17: ", "L-23: ", "B-18: ");
    }

    @Test
    void reportsEmptyFiles() {
        FileMatching matching = match();

        assertThat(matching.proofs()).isEmpty();
        assertThat(matching.matches()).isEmpty();
        assertThat(matching.htmlReport(Locale.ENGLISH)).contains("</html>");
    }

    private FileMatching match() {
        return match(ledger, List.of());
    }

    private FileMatching match(FakeFile other, List<String> ledgerAccounts) {
        return match(other, ledgerAccounts, Period.ALL);
    }

    private FileMatching match(FakeFile other, List<String> ledgerAccounts, Period period) {
        return match(new FilePair(bank, other, List.of(), ledgerAccounts, period, Optional.empty()));
    }

    private FileMatching matchBy(String rules) {
        return match(new FilePair(bank, ledger, List.of(), List.of(), Period.ALL, Optional.of(rules)));
    }

    private static FileMatching match(FilePair files) {
        return new FileMatcher(files, NOW).match(Progress.NONE, CancelToken.NEVER);
    }
}
