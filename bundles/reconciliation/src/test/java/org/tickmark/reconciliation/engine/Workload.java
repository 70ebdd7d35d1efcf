package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.importer.Reference;

/**
 * Rows of an invented company with the truth of what belongs together: references, names cut off, damaged references, deposits
 * with and without a number, part payments, settlements, voids, double postings, fees, outstanding items. The share of amounts
 * from a price list makes it harder. The same for the same seed.
 */
final class Workload {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 90;
    private static final String[] SYLLABLES = {
        "nor", "berg", "lund", "holm", "sund", "vik", "dal", "strand", "ek", "bjork", "sten", "fors", "mar", "tal",
        "rud", "gard"
    };
    private static final String[] TRADES = {
        "Bygg", "Transport", "Konsult", "Handel", "Service", "Fastigheter", "Media", "Livs", "Verkstad", "Bageri"
    };

    final List<Entry> entries = new ArrayList<>();
    /** Which event a row came from; rows of one event belong together, negative ones stay open. */
    final Map<Long, Integer> truth = new HashMap<>();

    final Map<Integer, Integer> kind = new HashMap<>();

    private final SplittableRandom random;
    private final double listed;
    private final String[] parties;
    private final int[] prices = new int[200];
    private long nextId = 1;
    private int event;

    private Workload(int events, double listed, long seed) {
        this.random = new SplittableRandom(seed);
        this.listed = listed;
        this.parties = new String[Math.max(50, events / 40)];
        for (int i = 0; i < parties.length; i++) {
            parties[i] = partyName();
        }
        for (int i = 0; i < prices.length; i++) {
            prices[i] = (49 + random.nextInt(2950)) * 100;
        }
    }

    /**
     * Such rows.
     *
     * @param listed share of amounts from a price list, from 0 to 1
     */
    static Workload of(int events, double listed, long seed) {
        Workload workload = new Workload(events, listed, seed);
        for (int i = 0; i < events; i++) {
            workload.event = i + 1;
            int permille = workload.random.nextInt(1000);
            workload.kind.put(workload.event, permille);
            workload.add(permille);
        }
        return workload;
    }

    private void add(int permille) {
        long amount = amount();
        String party = parties[Math.min(random.nextInt(parties.length), random.nextInt(parties.length))];
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        if (permille < 460) {
            String reference = reference();
            ledger(day, amount, reference, party, "Faktura");
            bank(lag(day), amount, reference, "", "Bg inbetalning");
        } else if (permille < 600) {
            ledger(day, amount, "", party, "Leverantörsfaktura");
            bank(lag(day), amount, "", "", cut(party));
        } else if (permille < 650) {
            damaged(day, amount, party);
        } else if (permille < 710) {
            deposit(day, party, "Batch B" + (200000 + event), 0);
        } else if (permille < 760) {
            deposit(day, party, "", 0);
        } else if (permille < 770) {
            deposit(day, party, "", 1);
        } else if (permille < 820) {
            partPayments(day, amount, party);
        } else if (permille < 840) {
            settlement(day);
        } else if (permille < 880) {
            String reference = reference();
            ledger(day, amount, reference, party, "Faktura");
            bank(lag(day), amount + 1 + random.nextInt(99), reference, "", "");
        } else if (permille < 920) {
            String reference = reference();
            ledger(day, amount, reference, party, "Faktura");
            ledger(day.plusDays(random.nextInt(10)), -amount, reference, party, "Makulering");
        } else if (permille < 945) {
            String reference = reference();
            bank(lag(day), amount, reference, "", "");
            ledger(day, amount, reference, party, "Faktura");
            ledger(day, amount, reference, party, "Faktura");
        } else if (permille < 970) {
            bank(day, -(25 + random.nextInt(100)) * 100L, "", "", "Bankavgift");
        } else {
            ledger(day, amount, reference(), party, "Faktura");
        }
    }

    private void damaged(LocalDate day, long amount, String party) {
        String reference = reference();
        ledger(day, amount, reference, party, "Faktura");
        String damaged =
                switch (random.nextInt(4)) {
                    case 0 -> "Ref " + reference.substring(0, 4) + " " + reference.substring(4);
                    case 1 -> change(reference);
                    case 2 -> swap(reference);
                    default -> reference.substring(0, reference.length() - 2);
                };
        bank(lag(day), amount, "", "", damaged);
    }

    private void deposit(LocalDate day, String party, String batch, int missing) {
        int parts = 2 + random.nextInt(4);
        long sum = 0;
        for (int i = 0; i < parts; i++) {
            long part = amount(1);
            sum += part;
            if (i >= missing) {
                ledger(day, part, "", party, batch + " kvitto");
            }
        }
        bank(lag(day), sum, "", cut(party), batch);
    }

    private void partPayments(LocalDate day, long amount, String party) {
        String reference = reference();
        int parts = 2 + random.nextInt(3);
        ledger(day, Math.abs(amount) + parts, reference, party, "Faktura");
        long rest = Math.abs(amount) + parts;
        for (int i = parts - 1; i > 0; i--) {
            long part = 1 + random.nextLong(rest - i);
            bank(lag(day), part, reference, "", "");
            rest -= part;
        }
        bank(lag(day), rest, reference, "", "");
    }

    private void settlement(LocalDate day) {
        String key = "SETTL" + (300000 + event);
        long one = amount(1);
        long two = amount(1);
        long three = amount(1);
        bank(lag(day), one + two, "", "", key);
        bank(lag(day), three + 7, "", "", key);
        ledger(day, one, "", "", key);
        ledger(day, two + 7, "", "", key);
        ledger(day, three, "", "", key);
    }

    // parts

    private void bank(LocalDate day, long amount, String reference, String party, String text) {
        add(Side.BANK, day, amount, reference, party, text);
    }

    private void ledger(LocalDate day, long amount, String reference, String party, String text) {
        add(Side.LEDGER, day, amount, reference, party, text);
    }

    private void add(Side side, LocalDate day, long amount, String reference, String party, String text) {
        List<Reference> references =
                reference.isEmpty() ? List.of() : List.of(new Reference(Reference.Type.CREDITOR, reference));
        truth.put(nextId, event);
        entries.add(new Entry(
                nextId++,
                side,
                day,
                Optional.empty(),
                BigDecimal.valueOf(amount, 2),
                references,
                party,
                "",
                "",
                text.strip()));
    }

    private long amount() {
        return amount(random.nextInt(100) < 62 ? 1 : -1);
    }

    private long amount(int sign) {
        if (random.nextDouble() < listed) {
            return sign * (long) prices[Math.min(random.nextInt(200), random.nextInt(200))];
        }
        long amount = 100 + (long) (random.nextDouble() * random.nextDouble() * 2_000_000);
        return sign * (random.nextInt(4) == 0 ? amount / 100 * 100 + 100 : amount);
    }

    private String reference() {
        String base = Integer.toString(1_000_000 + event * 7 + random.nextInt(7));
        return base + org.tickmark.kit.reference.CheckDigits.luhnDigit(base);
    }

    private String partyName() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ' ' + TRADES[random.nextInt(TRADES.length)]
                + " AB";
    }

    private String cut(String party) {
        return party.substring(0, Math.min(party.length(), 8 + random.nextInt(5)))
                .strip();
    }

    private LocalDate lag(LocalDate day) {
        int roll = random.nextInt(100);
        return day.plusDays(roll < 55 ? 0 : roll < 80 ? 1 : roll < 92 ? 2 : roll < 97 ? 3 : 4 + random.nextInt(7));
    }

    private String change(String digits) {
        int place = random.nextInt(digits.length());
        char other = (char) ('0' + (digits.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
        return digits.substring(0, place) + other + digits.substring(place + 1);
    }

    private String swap(String digits) {
        int place = random.nextInt(digits.length() - 1);
        return digits.substring(0, place)
                + digits.charAt(place + 1)
                + digits.charAt(place)
                + digits.substring(place + 2);
    }
}
