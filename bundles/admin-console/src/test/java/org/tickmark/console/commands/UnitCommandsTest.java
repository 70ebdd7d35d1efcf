package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

/** {@code unit}, {@code account}. */
class UnitCommandsTest extends CommandFixture {
    private final List<Unit> units = new ArrayList<>(List.of(new Unit("100", "Fjordlys AS", "", "NOK")));
    private final List<Account> accounts = new ArrayList<>();
    private final Books books = Partly.implemented(Books.class, new BooksMethods());

    /** What the commands call of the service. */
    public final class BooksMethods {
        Optional<Unit> unit(Caller caller, String code) {
            return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
        }

        void save(Caller caller, Unit unit) {
            units.removeIf(other -> other.code().equals(unit.code()));
            units.add(unit);
        }

        void removeUnit(Caller caller, String code) {
            units.removeIf(unit -> unit.code().equals(code));
        }

        Optional<Account> account(Caller caller, String unit, String code) {
            return accounts.stream()
                    .filter(account -> account.code().equals(code))
                    .findFirst();
        }

        Account save(Caller caller, Account account) {
            accounts.removeIf(other -> other.code().equals(account.code()));
            accounts.add(account);
            return account;
        }
    }

    @Test
    void aUnitIsAddedOnce() {
        assertThat(run(UnitCommands.of(books), "unit", "add", "200", "Ørret AB", "SEK"))
                .isEqualTo(ExitCode.OK);
        assertThat(units).contains(new Unit("200", "Ørret AB", "", "SEK"));
        assertThat(run(UnitCommands.of(books), "unit", "add", "200", "Other", "EUR"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).endsWith("error: There is a unit 200 already — To change it: unit edit 200\n");
        assertThat(units).hasSize(2);
    }

    @Test
    void whatIsNotGivenStaysAsItIs() {
        run(UnitCommands.of(books), "unit", "edit", "100", "--organisation", "999888777");
        assertThat(units).containsExactly(new Unit("100", "Fjordlys AS", "999888777", "NOK"));
    }

    @Test
    void aUnitIsRemovedOnlyWithConsent() {
        terminal.answering("n");
        run(UnitCommands.of(books), "unit", "delete", "100");
        assertThat(terminal.questions()).containsExactly("Remove unit 100, Fjordlys AS? [y/N]");
        assertThat(units).hasSize(1);
        run(UnitCommands.of(books), "unit", "delete", "100", "--yes");
        assertThat(units).isEmpty();
    }

    @Test
    void aLedgerAccountIsFoundByItsCodeUnlessANumberIsGiven() {
        run(AccountCommands.of(books), "account", "add", "100", "1920", "Bank", "--side", "ledger");
        run(AccountCommands.of(books), "account", "add", "100", "bank", "Drift", "--iban", "no93 8601 1117 947");
        assertThat(accounts)
                .containsExactly(
                        new Account(0, "100", "1920", Account.Side.LEDGER, AccountId.ledger("1920"), "NOK", "Bank"),
                        new Account(
                                0,
                                "100",
                                "bank",
                                Account.Side.BANK,
                                AccountId.iban("NO9386011117947"),
                                "NOK",
                                "Drift"));
    }

    @Test
    void anAccountHasOneNumber() {
        assertThat(run(AccountCommands.of(books), "account", "add", "100", "bank", "Drift", "--iban=NO1", "--bban=2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(accounts).isEmpty();
    }

    @Test
    void aUnitShownHasTheSameNamesForPrograms() {
        run(UnitCommands.of(books), "unit", "show", "100");
        assertThat(terminal.out()).isEqualTo("""
            Code          100
            Name          Fjordlys AS
            Organisation  -
            Currency      NOK
            """);
        FakeTerminal program = new FakeTerminal();
        new Workbench()
                .with(UnitCommands.of(books).toArray(WorkbenchCommand[]::new))
                .run(program, "unit", "show", "100", "-o", "json");
        assertThat(program.out()).contains("\"code\": \"100\"").contains("\"organisation\": \"\"");
    }
}
