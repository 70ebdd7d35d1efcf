package org.tickmark.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.AccountId.Scheme;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;

/**
 * Units with their accounts as YAML. An account's number is written under the name of its kind ({@code iban: …}); in a ledger
 * its code is its number unless another is given. Currency and name of an account default to the unit's currency and the
 * account's code.
 */
final class BooksText {
    private static final String UNITS = "units";
    private static final String ACCOUNTS = "accounts";

    private BooksText() {}

    /** A unit as the text tells it, and where it does. */
    record UnitText(Unit unit, String where, List<AccountText> accounts) {}

    /** An account as the text tells it, and where it does. */
    record AccountText(Account account, String where) {}

    static String write(List<Unit> units, List<Account> accounts) {
        List<Object> blocks = new ArrayList<>();
        for (Unit unit : units) {
            Map<String, Object> block = new LinkedHashMap<>();
            block.put("code", unit.code());
            block.put("name", unit.name());
            putUnlessEmpty(block, "organisation", unit.organisation());
            block.put("currency", unit.currency());
            block.put(
                    ACCOUNTS,
                    accounts.stream()
                            .filter(account -> account.unit().equals(unit.code()))
                            .map(BooksText::block)
                            .toList());
            blocks.add(block);
        }
        return DefinitionText.write(Map.of(UNITS, blocks));
    }

    private static Map<String, Object> block(Account account) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("code", account.code());
        block.put("name", account.name());
        block.put("side", Definition.word(account.side()));
        block.put("currency", account.currency());
        putUnlessEmpty(
                block,
                Definition.word(account.identification().scheme()),
                account.identification().number());
        return block;
    }

    private static void putUnlessEmpty(Map<String, Object> block, String key, String value) {
        if (!value.isEmpty()) {
            block.put(key, value);
        }
    }

    static List<UnitText> read(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        whole.rejectUnknown(UNITS, "imports", "groups", "tasks");
        return whole.children(UNITS).stream().map(BooksText::unit).toList();
    }

    private static UnitText unit(Definition block) {
        block.rejectUnknown("code", "name", "organisation", "currency", ACCOUNTS);
        Unit unit = new Unit(
                block.text("code"),
                block.text("name"),
                block.optionalText("organisation").orElse(""),
                block.text("currency"));
        List<AccountText> accounts = block.children(ACCOUNTS).stream()
                .map(account -> new AccountText(account(account, unit), account.where()))
                .toList();
        return new UnitText(unit, block.where(), accounts);
    }

    private static Account account(Definition block, Unit unit) {
        block.rejectUnknown("code", "name", "side", "currency", "iban", "bban", "bankgiro", "ledger");
        String code = block.text("code");
        Side side = block.choice("side", Side.class);
        return new Account(
                0,
                unit.code(),
                code,
                side,
                identification(block, side, code),
                block.optionalText("currency").orElse(unit.currency()),
                block.optionalText("name").orElse(code));
    }

    private static AccountId identification(Definition block, Side side, String code) {
        List<Scheme> given = Arrays.stream(Scheme.values())
                .filter(scheme -> block.has(Definition.word(scheme)))
                .toList();
        if (given.size() > 1) {
            String second = Definition.word(given.get(1));
            throw block.problem(second, BooksProblems.message("number.second"))
                    .found(Definition.word(given.get(0)) + ", " + second)
                    .advice(BooksProblems.message("number.second.advice"))
                    .exception();
        }
        if (given.isEmpty()) {
            return side == Side.LEDGER ? AccountId.ledger(code.toUpperCase(Locale.ROOT)) : AccountId.none();
        }
        return new AccountId(given.get(0), block.text(Definition.word(given.get(0))));
    }
}
