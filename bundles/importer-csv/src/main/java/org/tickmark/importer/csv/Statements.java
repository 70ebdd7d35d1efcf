package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.RepeatedWarnings;

/** The statements of a table: one for each account and currency, all open until the table ends. For one thread. */
final class Statements {
    /** No table holds more accounts; what is held in memory grows with them. */
    private static final int MOST = 10_000;

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    private final StatementSink sink;
    private final Layout layout;
    private final RepeatedWarnings problems;
    private final Problem howRead;
    private final Map<Key, Statement> byKey = new LinkedHashMap<>();
    private final List<Statement.Stated> stated = new ArrayList<>();
    private final List<ControlTotals> controls = new ArrayList<>();
    private Key lastKey;
    private Statement last;

    /** What a statement is of; either may be empty. */
    private record Key(String account, String currency) {}

    /**
     * Statements.
     *
     * @param howRead what tells how the file is read; goes with the first statement
     */
    Statements(StatementSink sink, Layout layout, RepeatedWarnings problems, Problem howRead) {
        this.sink = sink;
        this.layout = layout;
        this.problems = problems;
        this.howRead = howRead;
    }

    /** The statement of an account and currency; either may be empty. */
    Statement of(String account, String currency, long line) {
        Key key = new Key(account, currency);
        if (!key.equals(lastKey)) {
            Statement known = byKey.get(key);
            last = known != null ? known : open(key, line);
            lastKey = key;
        }
        return last;
    }

    /** The first statement; opened if there is none. */
    Statement first() {
        return byKey.isEmpty()
                ? of(
                        layout.owner().account().orElse(""),
                        layout.owner().currency().orElse(""),
                        0)
                : byKey.values().iterator().next();
    }

    /** Notes a balance of the file, which names no account. */
    void state(Statement.Stated balance) {
        stated.add(balance);
    }

    /** Notes totals of the file, which name no account. */
    void control(ControlTotals totals) {
        controls.add(totals);
    }

    /** Tells what is known only at the end, and closes all. */
    void finish() {
        Statement first = first();
        if (byKey.size() == 1) {
            stated.forEach(first::state);
            controls.forEach(first::control);
        } else if (!stated.isEmpty() || !controls.isEmpty()) {
            problems.tell(Problems.warning(ErrorClass.W, "totals", byKey.size()).build(), first::problem);
        }
        byKey.values().forEach(Statement::close);
    }

    private Statement open(Key key, long line) {
        if (byKey.size() == MOST) {
            throw Problems.refusal(ErrorClass.E3, "statements", MOST)
                    .where(layout.form().place(line))
                    .exception();
        }
        AccountId id = id(key.account());
        Optional<String> derived = key.currency().isEmpty() ? ofCountry(id) : Optional.empty();
        Kind kind = layout.amounts().side() == Side.LEDGER ? Kind.LEDGER : Kind.STATEMENT;
        StatementHeader header =
                StatementHeader.of(kind, id, derived.orElse(key.currency())).build();
        Statement statement = new Statement(sink.open(header), layout, problems);
        if (byKey.isEmpty()) {
            statement.problem(howRead);
        }
        derived.ifPresent(code -> problems.tell(
                Problem.info(ErrorClass.W.code("iban-currency"), Texts.message("csv.iban-currency", code))
                        .advice(Texts.message("csv.iban-currency.advice"))
                        .build(),
                statement::problem));
        byKey.put(key, statement);
        return statement;
    }

    private AccountId id(String account) {
        String number = AccountId.bban(account).number();
        if (number.isEmpty()) {
            return AccountId.none();
        }
        if (layout.amounts().side() == Side.LEDGER) {
            return AccountId.ledger(number);
        }
        return IBAN.matcher(number).matches() ? AccountId.iban(number) : AccountId.bban(number);
    }

    private static Optional<String> ofCountry(AccountId account) {
        return account.scheme() == AccountId.Scheme.IBAN
                ? Currencies.ofCountry(account.number().substring(0, 2))
                : Optional.empty();
    }
}
