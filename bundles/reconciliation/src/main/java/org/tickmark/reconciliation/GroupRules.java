package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.reconciliation.BooksReader.AccountRow;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Kinds;
import org.tickmark.reconciliation.engine.RuleList;

/** What a group must be to be saved. Every failure is a {@code rec.invalid}. */
final class GroupRules {
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private GroupRules() {}

    /**
     * Checks what can be checked without the books.
     *
     * @param kinds the kinds of rules beside those that come with Tickmark
     */
    static void checkAlone(Group group, AddedKinds kinds) {
        if (!group.name().matches(NAME)) {
            throw Texts.invalid(group.name(), "group.name")
                    .found(group.name())
                    .expected("a-z 0-9 -")
                    .exception();
        }
        if (group.bank().isEmpty() || group.ledger().isEmpty()) {
            throw Texts.invalid(group.name(), "group.sides", group.name()).exception();
        }
        Set<String> codes = new HashSet<>();
        Stream.concat(group.bank().stream(), group.ledger().stream())
                .filter(code -> !codes.add(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Texts.invalid(group.name(), "group.account-twice", code)
                            .found(code)
                            .exception();
                });
        RuleList.of(group.rules(), kinds).requireValid();
    }

    /** Checks that the kinds of its rules are there; one that it had before may have gone with its plugin. */
    static void checkKinds(Connection connection, Group group, AddedKinds kinds) throws SQLException {
        List<String> absent = RuleList.absentKinds(group.rules(), kinds);
        if (absent.isEmpty()) {
            return;
        }
        Set<String> before = new HashSet<>();
        GroupTable.find(connection, group.name())
                .ifPresent(saved -> saved.group().rules().forEach(rule -> before.add(rule.kind())));
        for (Rule rule : group.rules()) {
            if (absent.contains(rule.kind()) && !before.contains(rule.kind())) {
                throw Texts.invalid(rule.name(), "rule.unknown-kind", rule.name(), rule.kind())
                        .found(rule.kind())
                        .expected(String.join(", ", Kinds.own()))
                        .advice(Texts.message("rule.unknown-kind.advice"))
                        .exception();
            }
        }
    }

    /** Checks that the books know the unit and the accounts, on the right sides and in one currency. */
    static void checkAgainstBooks(Connection connection, Group group) throws SQLException {
        BooksReader books = new BooksReader(connection);
        if (!books.hasUnit(group.unit())) {
            throw Texts.invalid(group.name(), "group.unknown-unit", group.unit())
                    .found(group.unit())
                    .exception();
        }
        Map<String, AccountRow> accounts = books.accounts(group.unit());
        checkKnown(group, accounts);
        checkSides(group, accounts);
        List<String> currencies = Stream.concat(group.bank().stream(), group.ledger().stream())
                .map(code -> accounts.get(code).currency())
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw Texts.invalid(group.name(), "group.currencies", group.name())
                    .found(String.join(", ", currencies))
                    .expected(currencies.get(0))
                    .exception();
        }
    }

    private static void checkKnown(Group group, Map<String, AccountRow> accounts) {
        Stream.concat(group.bank().stream(), group.ledger().stream())
                .filter(code -> !accounts.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Texts.invalid(group.name(), "group.unknown-account", code, group.unit())
                            .found(code)
                            .expected(String.join(", ", accounts.keySet()))
                            .exception();
                });
    }

    /**
     * What lies between bank and ledger, such as a settlement or a clearing account, is on the ledger side of one group and on the bank side of
     * another. So one side of a group may have accounts of the other kind, but not both of them.
     */
    private static void checkSides(Group group, Map<String, AccountRow> accounts) {
        Optional<AccountRow> bank = misplaced(group.bank(), Side.BANK, accounts);
        Optional<AccountRow> ledger = misplaced(group.ledger(), Side.LEDGER, accounts);
        if (bank.isPresent() && ledger.isPresent()) {
            throw Texts.invalid(
                            group.name(),
                            "group.wrong-sides",
                            bank.get().code(),
                            ledger.get().code())
                    .found(bank.get().side() + ", " + ledger.get().side())
                    .expected(Side.BANK + ", " + Side.LEDGER)
                    .exception();
        }
    }

    private static Optional<AccountRow> misplaced(List<String> codes, Side side, Map<String, AccountRow> accounts) {
        return codes.stream()
                .map(accounts::get)
                .filter(account -> account.side() != side)
                .findFirst();
    }
}
