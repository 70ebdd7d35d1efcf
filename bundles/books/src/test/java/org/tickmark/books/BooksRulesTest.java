package org.tickmark.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;

class BooksRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"NO9386011117947", "SE4550000000058398257466", "GB82WEST12345698765432", "FI2112345600000785"})
    void knowsAnIban(String number) {
        assertThat(BooksRules.isIban(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO9386011117948", "NO9386011117974", "NO", "9386011117947", "XX00", "NO93-86011117947"})
    void knowsWhatIsNoIban(String number) {
        assertThat(BooksRules.isIban(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BANK, BANKGIRO, 991-2346, true",
        "BANK, BANKGIRO, 9912346, true",
        "BANK, BANKGIRO, 9912347, false",
        "BANK, BANKGIRO, 12, false",
        "BANK, BBAN, 8601.11.17947, true",
        "BANK, BBAN, 8601 11 17947, true",
        "BANK, BBAN, 8601*, false",
        "BANK, LEDGER, 1930, false",
        "LEDGER, LEDGER, 1930, true",
        "LEDGER, IBAN, NO9386011117947, false",
        "BANK, NONE, 7, false",
    })
    void checksTheNumberByItsKind(Side side, Scheme scheme, String number, boolean valid) {
        Account account = new Account(0, "fjord", "a", side, new AccountId(scheme, number), "NOK", "Konto");

        assertThat(isAccepted(() -> BooksRules.check(account, "here"))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "fjord, NOK, true",
        "fjord_2-a, SEK, true",
        "fjord holding, NOK, false",
        "fjord, KRONER, false",
        "-a, NOK, false"
    })
    void checksCodeAndCurrencyOfAUnit(String code, String currency, boolean valid) {
        assertThat(isAccepted(() -> BooksRules.check(new Unit(code, "Fjord", "", currency), "here")))
                .isEqualTo(valid);
    }

    @Test
    void saysWhereAndWhatToDo() {
        assertThatThrownBy(() -> BooksRules.check(new Unit("fjord", " ", "", "NOK"), "fjord.yaml:3"))
                .hasMessage("fjord.yaml:3: The name is missing. Give a name that people know it by.");
        assertThatCode(() -> BooksRules.check(new Unit("fjord", "Fjord", "", "NOK"), "here"))
                .doesNotThrowAnyException();
    }

    private static boolean isAccepted(Runnable check) {
        try {
            check.run();
            return true;
        } catch (TickmarkException e) {
            return false;
        }
    }
}
