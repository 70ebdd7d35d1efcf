package org.tickmark.launcher.nights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickmark.launcher.nights.Month.Mishap;
import org.tickmark.testkit.file.Payment;

/** One unit as a careful clerk would keep it: what lies in its folders, what is booked, and what a night makes of it. One thread at a time. */
final class Desk {
    /** How a unit ends in a night, the worst first. */
    enum End {
        PATH(5),
        PARTLY(4),
        OK(0);

        final int code;

        End(int code) {
            this.code = code;
        }

        static End worst(List<End> ends) {
            return ends.stream().min(Comparator.naturalOrder()).orElse(OK);
        }
    }

    /** What a file is. */
    enum Kind {
        BANK,
        CUT,
        LEDGER
    }

    /** A file. */
    static final class Paper {
        private final String name;
        private final Kind kind;
        private final int day;
        private final byte[] bytes;

        /** @param day of which day, from 0 */
        Paper(String name, Kind kind, int day, byte[] bytes) {
            this.name = name;
            this.kind = kind;
            this.day = day;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        Kind kind() {
            return kind;
        }

        int day() {
            return day;
        }

        byte[] bytes() {
            return bytes;
        }

        String folder() {
            return kind == Kind.LEDGER ? "ledger" : "bank";
        }
    }

    /** What a night did. */
    record Done(String unit, End end, long files, long entries, long matched, long open) {}

    private final Firm firm;
    private final List<Paper> inbox = new ArrayList<>();
    private final List<Integer> notCome = new ArrayList<>();
    private final Set<Integer> told = new TreeSet<>();
    private final List<Paper> archived = new ArrayList<>();
    private final List<Paper> rejected = new ArrayList<>();
    private List<Payment> ledger = List.of();
    private long matched;
    private boolean folderIsGone;

    Desk(Firm firm) {
        this.firm = firm;
    }

    Firm firm() {
        return firm;
    }

    /** What comes after a day, before the night; returns the files. */
    List<Paper> deliver(int day, Mishap mishap) {
        List<Paper> come = new ArrayList<>();
        notCome.add(day);
        folderIsGone = mishap == Mishap.GONE;
        if (mishap != Mishap.LATE && mishap != Mishap.GONE) {
            for (int due : List.copyOf(notCome)) {
                boolean cut = mishap == Mishap.CUT && due == day;
                byte[] whole = firm.statement(due);
                byte[] bytes = cut ? Arrays.copyOf(whole, whole.length * 2 / 3) : whole;
                come.add(new Paper(name("b", due, day), cut ? Kind.CUT : Kind.BANK, due, bytes));
                if (!cut) {
                    notCome.remove((Integer) due);
                }
            }
        }
        if (mishap == Mishap.TWICE && !told.isEmpty()) {
            int again = told.iterator().next();
            come.add(new Paper(name("again", again, day), Kind.BANK, again, firm.statement(again)));
        }
        if (mishap != Mishap.NO_LEDGER) {
            come.add(new Paper(name("l", day, day), Kind.LEDGER, day, firm.ledger(day)));
        }
        inbox.addAll(come);
        return come;
    }

    private static String name(String kind, int of, int on) {
        return "%s-%03d-%03d".formatted(kind, of, on);
    }

    boolean folderIsGone() {
        return folderIsGone;
    }

    /** The folder is back. */
    void morning() {
        folderIsGone = false;
    }

    /** What a night makes of what lies there. */
    Done night() {
        long bankBefore = bank().size();
        long ledgerBefore = ledger.size();
        long files = 0;
        boolean cut = false;
        List<Paper> taken = new ArrayList<>();
        for (Paper paper : inbox) {
            if (!paper.folder().equals("bank") || !folderIsGone) {
                taken.add(paper);
                files++;
                cut |= paper.kind() == Kind.CUT;
                take(paper);
            }
        }
        inbox.removeAll(taken);
        long nowMatched = 2 * pairs();
        End end = folderIsGone ? End.PATH : cut ? End.PARTLY : End.OK;
        long entries = bank().size() - bankBefore + ledger.size() - ledgerBefore;
        Done done = new Done(firm.code(), end, files, entries, nowMatched - matched, open());
        matched = nowMatched;
        return done;
    }

    private void take(Paper paper) {
        (paper.kind() == Kind.CUT ? rejected : archived).add(paper);
        if (paper.kind() == Kind.BANK) {
            told.add(paper.day());
        }
        if (paper.kind() == Kind.LEDGER) {
            ledger = firm.inLedger(paper.day());
        }
    }

    private List<Payment> bank() {
        return told.stream().flatMap(day -> firm.atBank(day).stream()).toList();
    }

    private long pairs() {
        Set<String> inLedger = references(ledger);
        return bank().stream()
                .filter(payment -> inLedger.contains(payment.reference()))
                .count();
    }

    private long open() {
        return bank().size() + ledger.size() - 2 * pairs();
    }

    long bankBalance() {
        return Firm.OPENING + Firm.sum(bank());
    }

    long ledgerBalance() {
        return Firm.OPENING + Firm.sum(ledger);
    }

    /** What is open at the bank. */
    long bankOpen() {
        Set<String> others = references(ledger);
        return Firm.sum(bank().stream()
                .filter(payment -> !others.contains(payment.reference()))
                .toList());
    }

    /** What is open in the ledger. */
    long ledgerOpen() {
        Set<String> others = references(bank());
        return Firm.sum(ledger.stream()
                .filter(payment -> !others.contains(payment.reference()))
                .toList());
    }

    private static Set<String> references(List<Payment> payments) {
        return payments.stream().map(Payment::reference).collect(Collectors.toSet());
    }

    List<Paper> archived() {
        return archived;
    }

    List<Paper> rejected() {
        return rejected;
    }

    List<Paper> inbox() {
        return inbox;
    }
}
