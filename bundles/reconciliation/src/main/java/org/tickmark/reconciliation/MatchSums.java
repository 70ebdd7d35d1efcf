package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.Borne;

/**
 * The matches of a group that stand, summed up.
 *
 * @param matches how many are effective on or before a day
 * @param difference sum of the differences of these
 * @param borne the differences of all, by rule and month
 */
record MatchSums(long matches, BigDecimal difference, Borne borne) {
    private static final String SUMS = """
        select rule, effective, count(*) as matches, sum(difference) as difference, sum(abs(difference)) as borne
        from recon_match""";

    /** Adds up the matches that were known, each of them. */
    static MatchSums anew(Connection connection, long group, LocalDate until, Known known) throws SQLException {
        Adding adding = new Adding(until);
        Sql.on(
                        connection,
                        SUMS + " where group_id = ? and " + known.holds("made_at", "undone_at")
                                + " group by rule, effective")
                .with(group)
                .with(known.holding())
                .each(adding::add);
        return adding.sums();
    }

    /** Adds up the sums that are kept of the days, in {@code recon_match_sum}. */
    static MatchSums kept(Connection connection, long group, LocalDate until) throws SQLException {
        Adding adding = new Adding(until);
        Sql.on(connection, """
            select rule, effective, matches, difference, borne from recon_match_sum where group_id = ?""").with(group).each(adding::add);
        return adding.sums();
    }

    /** Sums up days anew on which matches of a group began to count, or ceased to. */
    static void renew(Connection connection, long group, Set<LocalDate> days) throws SQLException {
        for (LocalDate day : days) {
            Sql.on(connection, "delete from recon_match_sum where group_id = ? and effective = ?")
                    .with(group, day)
                    .update();
            Sql.on(connection, """
                insert into recon_match_sum (group_id, effective, rule, matches, difference, borne)
                select group_id, effective, rule, count(*), sum(difference), sum(abs(difference))
                from recon_match where group_id = ? and effective = ? and undone_at is null
                group by group_id, effective, rule""").with(group, day).update();
        }
    }

    /** Adds up sums of days. For one thread. */
    private static final class Adding {
        private final LocalDate until;
        private final Borne.Builder borne = new Borne.Builder();
        private long matches;
        private BigDecimal difference = BigDecimal.ZERO;

        Adding(LocalDate until) {
            this.until = until;
        }

        void add(Row row) throws SQLException {
            LocalDate effective = row.date("effective");
            BigDecimal ofDay = row.amount("borne");
            if (ofDay.signum() != 0) {
                borne.add(row.text("rule"), YearMonth.from(effective), ofDay);
            }
            if (!effective.isAfter(until)) {
                matches += row.number("matches");
                difference = difference.add(row.amount("difference"));
            }
        }

        MatchSums sums() {
            return new MatchSums(matches, difference, borne.build());
        }
    }
}
