package org.tickmark.importer.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;

/**
 * Decides how the cells of a table that was found are read: by what the definition sets, else by what the cells show, else by what the profile
 * says; and where nothing decides, not at all.
 */
final class LayoutDecision {
    private final Choices choices;
    private final ReadContext context;
    private final LayoutFinder.Found table;
    private final Columns columns;
    private final Optional<Profile> profile;
    private final Evidence evidence;

    LayoutDecision(Sample sample, Choices choices, ReadContext context, LayoutFinder.Found table) {
        this.choices = choices;
        this.context = context;
        this.table = table;
        this.columns = table.columns();
        this.profile = table.profile();
        this.evidence = new Evidence(sample, table.table().form(), table.headerLine(), columns);
    }

    Layout layout() {
        int before = Math.max(0, table.header());
        Preamble preamble = Preamble.of(table.table().lines().subList(0, before));
        if (profile.isEmpty() && preamble.account().isPresent()) {
            leaveAccountToPreamble();
        }
        char decimal = decimal();
        DateOrder dates = dates(decimal);
        AmountRule amounts = amounts(decimal, dates);
        return new Layout(
                profile,
                table.table().form(),
                table.headerLine(),
                table.headings(),
                columns,
                dates,
                amounts,
                rows(),
                owner(amounts, preamble),
                preamble);
    }

    private boolean isStrict() {
        return profile.filter(known -> known.has(Profile.Rule.STRICT)).isPresent();
    }

    private char decimal() {
        Optional<Character> set = choices.decimal();
        if (set.isEmpty() && isStrict()) {
            set = profile.flatMap(Profile::decimal);
        }
        if (set.isPresent()) {
            return set.get();
        }
        AmountEvidence amounts = evidence.amounts();
        if (!amounts.isDoubtful()) {
            return amounts.decimal();
        }
        return profile.flatMap(Profile::decimal)
                .orElseThrow(() -> undecided("decimal-mark", amountColumn(), amounts.example(), "1234,56 / 1234.56"));
    }

    private DateOrder dates(char decimal) {
        Optional<DateOrder> set = choices.date();
        if (set.isEmpty() && isStrict()) {
            set = profile.flatMap(Profile::date);
        }
        if (set.isPresent()) {
            return set.get();
        }
        List<DateOrder> possible = evidence.dates().possible(decimal == AmountEvidence.COMMA);
        if (possible.size() == 1) {
            return possible.get(0);
        }
        Optional<DateOrder> known = profile.flatMap(Profile::date);
        if (possible.isEmpty()) {
            return known.orElse(DateOrder.YMD);
        }
        return known.filter(possible::contains)
                .orElseThrow(() -> undecided(
                        "date-order",
                        columns.at(Role.BOOKING_DATE),
                        evidence.dates().example(),
                        possible.stream().map(DateOrder::example).collect(Collectors.joining(" / "))));
    }

    private TickmarkException undecided(String word, int column, String found, String expected) {
        String name =
                column < table.headings().size() ? table.headings().get(column).raw() : "";
        return Problems.refusal(ErrorClass.E4, word)
                .where("column " + (column + 1) + " (" + name + ")")
                .found(found)
                .expected(expected)
                .exception();
    }

    /** The column of amounts, or one of the two. */
    private int amountColumn() {
        return Math.max(columns.at(Role.AMOUNT), Math.max(columns.at(Role.DEBIT), columns.at(Role.OUT)));
    }

    /** Where nothing is set, a running balance that holds only the other way round turns sides or signs. */
    private AmountRule amounts(char decimal, DateOrder dates) {
        Optional<Side> side = choices.side().or(() -> profile.flatMap(Profile::side));
        Optional<Sign> sign = choices.sign().or(() -> profile.flatMap(Profile::sign));
        AmountRule rule = rule(side.orElseGet(this::expectedSide), sign.orElse(Sign.SIGNED), decimal);
        boolean sided = columns.has(Role.DEBIT) || columns.has(Role.FLAG);
        boolean open = sided ? side.isEmpty() : sign.isEmpty() && profile.isEmpty();
        if (!open || !evidence.isReversed(rule, dates)) {
            return rule;
        }
        return sided
                ? rule(rule.side() == Side.BANK ? Side.LEDGER : Side.BANK, rule.sign(), decimal)
                : rule(rule.side(), Sign.INVERTED, decimal);
    }

    private AmountRule rule(Side side, Sign sign, char decimal) {
        Role minus = columns.has(Role.OUT) ? Role.OUT : side == Side.BANK ? Role.DEBIT : Role.CREDIT;
        return new AmountRule(columns, side, sign, decimal, !isStrict(), evidence.isNegative(minus));
    }

    /** A column of accounts in a table whose account stands before it is of the other side, unless the definition says otherwise. */
    private void leaveAccountToPreamble() {
        if (columns.has(Role.ACCOUNT) && !choices.columns().containsKey(Role.ACCOUNT)) {
            int column = columns.at(Role.ACCOUNT);
            columns.remove(Role.ACCOUNT);
            if (!columns.has(Role.COUNTERPARTY_ACCOUNT)) {
                columns.add(Role.COUNTERPARTY_ACCOUNT, column);
            }
        }
    }

    private Side expectedSide() {
        return context.kind()
                .map(kind -> kind == Kind.LEDGER ? Side.LEDGER : Side.BANK)
                .orElseGet(this::likelySide);
    }

    /**
     * Only ledgers number vouchers and know no value dates, have columns such as cost centres, and accounts of few digits. Where nothing of that tells,
     * the file's name may.
     */
    private Side likelySide() {
        boolean numbered = columns.has(Role.VOUCHER) && !columns.has(Role.VALUE_DATE);
        boolean kept = table.headings().stream().anyMatch(heading -> Words.LEDGER.contains(heading.folded()));
        boolean charted = columns.has(Role.ACCOUNT) && table.hasShort(columns.at(Role.ACCOUNT));
        boolean called = Words.LEDGER_FILE.stream().anyMatch(Words.fold(context.fileName())::contains);
        return numbered || kept || charted || called ? Side.LEDGER : Side.BANK;
    }

    private Layout.Rows rows() {
        Set<String> pending = new HashSet<>(choices.pending());
        profile.ifPresent(known -> pending.addAll(known.pending()));
        return new Layout.Rows(
                choices.order(),
                profile.flatMap(Profile::order).orElse(RowOrder.OLDEST),
                profile.filter(known -> known.has(Profile.Rule.BALANCED)).isPresent(),
                pending);
    }

    private Layout.Owner owner(AmountRule amounts, Preamble preamble) {
        Optional<String> account = choices.account();
        if (account.isEmpty() && !columns.has(Role.ACCOUNT)) {
            account = preamble.account();
            if (account.isEmpty() && columns.has(Role.SENDER) && columns.has(Role.RECIPIENT)) {
                account = evidence.ownAccount(amounts);
            }
        }
        Optional<String> currency = choices.currency()
                .or(preamble::currency)
                .or(() -> profile.flatMap(Profile::currency))
                .or(this::currencyOfHeading);
        return new Layout.Owner(account, currency, choices.currency().isPresent());
    }

    private Optional<String> currencyOfHeading() {
        int column = amountColumn();
        return column < 0 || column >= table.headings().size()
                ? Optional.empty()
                : table.headings().get(column).currency();
    }
}
