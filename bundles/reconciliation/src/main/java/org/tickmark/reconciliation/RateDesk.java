package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.api.host.reconciliation.ExchangeRates;
import org.tickmark.reconciliation.RateTable.Saved;

/** Exchange rates on the table of this bundle. */
final class RateDesk implements ExchangeRates {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    RateDesk(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Known> latest(Caller caller) {
        caller.require(Permission.RECONCILIATION_READ);
        return known(transactions.reading(tx -> new RateTable(tx.connection()).latest()));
    }

    @Override
    public List<Known> rates(Caller caller, Choice choice) {
        caller.require(Permission.RECONCILIATION_READ);
        return known(transactions.reading(tx -> find(tx.connection(), choice)));
    }

    private static List<Known> known(List<Saved> rates) {
        return rates.stream()
                .map(saved -> new Known(saved.rate(), saved.setAt(), saved.setBy()))
                .toList();
    }

    private static List<Saved> find(Connection connection, Choice choice) throws SQLException {
        RateTable table = new RateTable(connection);
        if (!table.has(choice.table())) {
            throw Problem.error("rec.unknown-rates", Texts.message("rates.unknown", choice.table()))
                    .found(choice.table())
                    .advice(Texts.message("rates.unknown.advice"))
                    .exception();
        }
        return table.find(choice);
    }

    @Override
    public Change set(Caller caller, List<ExchangeRate> rates, boolean dryRun) {
        caller.require(Permission.RECONCILIATION_RATES);
        rates.forEach(RateRules::require);
        return transactions.inTransaction(tx -> {
            RateTable table = new RateTable(tx.connection());
            table.hold();
            Setting setting = Setting.of(table, rates);
            if (!dryRun) {
                keep(tx, caller, setting);
            }
            return new Change(
                    setting.told().size() - setting.ended().size(),
                    setting.ended().size(),
                    rates.size() - setting.told().size());
        });
    }

    /**
     * What is to be written where rates are set.
     *
     * @param told those that are not there as they are
     * @param ended keys of those that hold no more
     */
    private record Setting(List<ExchangeRate> told, List<Long> ended) {
        static Setting of(RateTable table, List<ExchangeRate> rates) throws SQLException {
            Map<List<Object>, Saved> held = new HashMap<>();
            for (Choice choice : choices(rates)) {
                table.find(choice).forEach(saved -> held.put(place(saved.rate()), saved));
            }
            List<ExchangeRate> told = new ArrayList<>();
            List<Long> ended = new ArrayList<>();
            for (ExchangeRate rate : rates) {
                Saved before = held.get(place(rate));
                if (before == null || !isSame(before.rate(), rate)) {
                    told.add(rate);
                }
                if (before != null && !isSame(before.rate(), rate)) {
                    ended.add(before.id());
                }
            }
            return new Setting(told, ended);
        }

        /** For each pair the days that rates are set of, and those between. */
        private static List<Choice> choices(List<ExchangeRate> rates) {
            Map<List<String>, List<ExchangeRate>> pairs = rates.stream()
                    .collect(Collectors.groupingBy(rate -> List.of(rate.table(), rate.base(), rate.quote())));
            return pairs.values().stream()
                    .map(pair -> {
                        TreeSet<LocalDate> days =
                                pair.stream().map(ExchangeRate::date).collect(Collectors.toCollection(TreeSet::new));
                        ExchangeRate one = pair.get(0);
                        return new Choice(
                                one.table(),
                                Optional.of(one.base()),
                                Optional.of(one.quote()),
                                Optional.of(days.first()),
                                Optional.of(days.last()));
                    })
                    .toList();
        }

        private static List<Object> place(ExchangeRate rate) {
            return List.of(rate.table(), rate.base(), rate.quote(), rate.date());
        }

        private static boolean isSame(ExchangeRate one, ExchangeRate other) {
            return one.rate().compareTo(other.rate()) == 0 && one.quantity() == other.quantity();
        }
    }

    private static Set<String> tables(List<ExchangeRate> rates) {
        Set<String> tables = new TreeSet<>();
        rates.forEach(rate -> tables.add(rate.table()));
        return tables;
    }

    private void keep(Tx tx, Caller caller, Setting setting) throws SQLException {
        RateTable table = new RateTable(tx.connection());
        table.end(setting.ended(), clock.instant(), caller.identity());
        table.insert(setting.told(), clock.instant(), caller.identity());
        for (String name : tables(setting.told())) {
            long told = setting.told().stream()
                    .filter(rate -> rate.table().equals(name))
                    .count();
            record(tx, caller, "rates.set", name, told);
        }
    }

    @Override
    public long remove(Caller caller, Choice choice, boolean dryRun) {
        caller.require(Permission.RECONCILIATION_RATES);
        return transactions.inTransaction(tx -> {
            RateTable table = new RateTable(tx.connection());
            table.hold();
            List<Long> ids =
                    find(tx.connection(), choice).stream().map(Saved::id).toList();
            if (!dryRun && !ids.isEmpty()) {
                table.end(ids, clock.instant(), caller.identity());
                record(tx, caller, "rates.remove", choice.table(), ids.size());
            }
            return (long) ids.size();
        });
    }

    private void record(Tx tx, Caller caller, String action, String table, long rates) throws SQLException {
        Map<String, String> fields = Map.of("rates", Long.toString(rates));
        audit.append(tx, caller, new Audit.Act(GroupRunner.STREAM, action, "rates/" + table, fields));
    }

    @Override
    public Change importText(Caller caller, String table, String text, String from, boolean dryRun) {
        caller.require(Permission.RECONCILIATION_RATES);
        return set(caller, RateText.read(table, text, from), dryRun);
    }

    @Override
    public String exportText(Caller caller, Choice choice) {
        return RateText.write(rates(caller, choice).stream().map(Known::rate).toList());
    }
}
