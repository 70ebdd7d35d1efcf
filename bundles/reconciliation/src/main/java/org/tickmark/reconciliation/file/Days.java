package org.tickmark.reconciliation.file;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.FilePair.Period;

/** On which days the rows of both files were booked: a ledger of a year meets a bank's file of a month. For one thread. */
final class Days {
    /** Rows so many days from the other file's first and last day may have their counterpart there. */
    private static final int MARGIN = 10;

    private final Period period;
    private final Map<Side, NavigableMap<LocalDate, Long>> rows = new EnumMap<>(Side.class);

    Days(Period period) {
        this.period = period;
        for (Side side : Side.values()) {
            rows.put(side, new TreeMap<>());
        }
    }

    void add(Side side, LocalDate day) {
        if (period.contains(day)) {
            rows.get(side).merge(day, 1L, Long::sum);
        }
    }

    /** Says so where most rows of a file are from days of which the other file knows nothing. */
    void tell(List<Problem> notes) {
        tell(rows.get(Side.BANK), rows.get(Side.LEDGER), "period.bank", notes);
        tell(rows.get(Side.LEDGER), rows.get(Side.BANK), "period.ledger", notes);
    }

    private static void tell(
            NavigableMap<LocalDate, Long> days,
            NavigableMap<LocalDate, Long> others,
            String text,
            List<Problem> notes) {
        if (days.isEmpty() || others.isEmpty()) {
            return;
        }
        LocalDate from = others.firstKey();
        LocalDate to = others.lastKey();
        long outside = sum(days.headMap(from.minusDays(MARGIN), false)) + sum(days.tailMap(to.plusDays(MARGIN), false));
        long all = sum(days);
        if (outside * 2 > all) {
            notes.add(Problem.info("match.period", Texts.message(text, outside, all, from, to))
                    .advice(Texts.message("period.advice", from.toString(), to.toString()))
                    .build());
        }
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
