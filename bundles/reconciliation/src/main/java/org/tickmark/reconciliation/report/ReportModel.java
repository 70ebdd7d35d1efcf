package org.tickmark.reconciliation.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.Rule;

/**
 * Everything a report says, for every format.
 *
 * @param kind what it is about
 * @param group name of the group
 * @param version version of its definition
 * @param unit code of the unit; empty when files are reconciled that belong to none
 * @param unitName name of the unit
 * @param currency ISO 4217 code
 * @param date the last booking date that takes part; empty when nothing has been booked
 * @param generatedAt when the report was made
 * @param accounts the accounts, bank side first
 * @param proof the balance proof; empty when nothing has been booked
 * @param rules the rules with what they matched, in the order applied; then rules that are no more but whose matches stand
 * @param open the open items, bank side first, by date and key
 * @param matches the matches, by effective date and key; the latest if there are more than wanted
 * @param matchCount how many matches there are in all
 * @param run the run that it is about; otherwise the last run, if there was one
 * @param auditHead the end of the audit log of reconciliation, if it has one
 * @param labels what the rows are called where they are of files; empty when they are entries of the books
 */
public record ReportModel(
        ReportKind kind,
        String group,
        int version,
        String unit,
        String unitName,
        String currency,
        Optional<LocalDate> date,
        Instant generatedAt,
        List<AccountLine> accounts,
        Optional<Proof> proof,
        List<RuleLine> rules,
        List<OpenItem> open,
        List<MatchLine> matches,
        long matchCount,
        Optional<RunLine> run,
        Optional<Audit.Head> auditHead,
        Optional<RowLabels> labels) {
    public ReportModel {
        accounts = List.copyOf(accounts);
        rules = List.copyOf(rules);
        open = List.copyOf(open);
        matches = List.copyOf(matches);
    }

    /** Where an opening balance comes from. */
    public enum OpeningSource {
        /** The earliest statement states it. */
        STATED,
        /** Worked back from the first balance that a statement states. */
        DERIVED,
        /** No statement states any balance; it counts as nought. */
        NONE
    }

    /**
     * An account.
     *
     * @param side which side it is on
     * @param code its code
     * @param name its name
     * @param opening balance before the first entry
     * @param source where that comes from
     * @param entries how many entries are booked on or before the date
     * @param entrySum their sum
     * @param balance opening and entries
     * @param stated the closing balance held against the entries, if a statement has one
     * @param statements the statements up to the date, from the earliest
     */
    public record AccountLine(
            Side side,
            String code,
            String name,
            BigDecimal opening,
            OpeningSource source,
            long entries,
            BigDecimal entrySum,
            BigDecimal balance,
            Optional<Stated> stated,
            List<StatementLine> statements) {
        public AccountLine {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A closing balance held against the entries.
     *
     * @param amount what the statement states
     * @param on the day for which it is compared
     * @param computed opening and entries up to that day
     */
    public record Stated(BigDecimal amount, LocalDate on, BigDecimal computed) {
        /** Whether they agree. */
        public boolean agrees() {
            return amount.compareTo(computed) == 0;
        }
    }

    /**
     * A statement.
     *
     * @param key what it is known by
     * @param from first day, if known
     * @param to last day, if known
     * @param opening balance before its entries, if stated
     * @param closing balance after its entries, if stated
     * @param transactions how many entries it tells
     * @param sum their sum
     * @param verdict whether it adds up: OK, FAILED or NONE
     */
    public record StatementLine(
            String key,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<BigDecimal> opening,
            Optional<BigDecimal> closing,
            long transactions,
            BigDecimal sum,
            String verdict) {}

    /**
     * A rule and what it matched.
     *
     * @param rule the rule
     * @param current whether it is a rule of the group now
     * @param matches how many of its matches stand
     * @param bankEntries bank entries in them
     * @param ledgerEntries ledger entries in them
     * @param amount sum of their amounts, without sign
     */
    public record RuleLine(
            Rule rule, boolean current, long matches, long bankEntries, long ledgerEntries, BigDecimal amount) {}

    /**
     * A match and its entries.
     *
     * @param match the match
     * @param entries its entries, bank side first
     */
    public record MatchLine(Match match, List<EntryLine> entries) {
        public MatchLine {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A run.
     *
     * @param id its key
     * @param caller who ran it
     * @param finishedAt when it ended
     * @param scheduled whether it was a scheduled one
     * @param matches how many matches it made
     */
    public record RunLine(long id, String caller, Instant finishedAt, boolean scheduled, long matches) {}

    /** What rows of files are called. */
    @FunctionalInterface
    public interface RowLabels {
        /**
         * What a row is called.
         *
         * @param entry what stands for its key in the model
         */
        String of(Side side, long entry);
    }

    /** What the report consists of. */
    Set<Section> sections() {
        return Section.of(kind);
    }

    /** How many entries of a side are booked on or before the date. */
    public long entries(Side side) {
        return accounts.stream()
                .filter(account -> account.side() == side)
                .mapToLong(AccountLine::entries)
                .sum();
    }

    /** How many items of a side are open. */
    public long open(Side side) {
        return open.stream().filter(item -> item.side() == side).count();
    }

    /** Whether the proof holds; empty when there is none. */
    public Optional<Boolean> proven() {
        return proof.map(Proof::ok);
    }
}
