package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a company's own house brings about: rent, salaries, cards, fees, taxes, transfers. */
final class HouseHabits {
    private static final long RENT = 12_500_00;

    private final Company company;
    private final SplitMix random;
    private final String landlord;
    private final List<String> staff;
    private final String ownAccount;
    private int settlement;

    HouseHabits(Company company) {
        this.company = company;
        this.random = company.random;
        this.landlord = company.cast.company();
        this.staff = company.cast.people(8);
        this.ownAccount = company.cast.account();
        this.settlement = 458_000 + random.below(1000);
    }

    void month(int month) {
        LocalDate first = Days.FIRST.plusMonths(month);
        rent(first);
        salaries(first.plusDays(24));
        tax(company.day(month));
        transfers(company.day(month));
        for (int i = 0; i < 20; i++) {
            card(Days.booking(first.plusDays(i)));
        }
        for (int i = 0; i < 10; i++) {
            purchase(company.day(month));
        }
        fees(company.day(month));
        coffees(company.day(month));
    }

    private void rent(LocalDate first) {
        LocalDate day = Days.booking(first);
        String text = company.words.rent() + company.words.month(first);
        company.match(
                "rent",
                List.of(company.bank(company.atBank(day), -RENT, Spelling.whole(landlord, random) + ' ' + text)),
                List.of(company.ledger(day, -RENT, landlord, text)));
    }

    private void salaries(LocalDate day) {
        LocalDate booked = Days.booking(day);
        List<Row> ledger = new ArrayList<>();
        long sum = 0;
        for (String employee : staff) {
            long salary = -random.between(22_000_00, 48_000_00);
            sum += salary;
            ledger.add(company.ledger(booked, salary, employee, company.words.salary() + company.words.month(booked)));
        }
        String text = company.words.salary() + company.words.month(booked);
        company.either("salaries", List.of(company.bank(booked, sum, text)), ledger);
    }

    private void tax(LocalDate day) {
        long amount = -random.between(20_000_00, 90_000_00);
        company.match(
                "tax",
                List.of(company.bank(company.atBank(day), amount, random.one("SKATTEETATEN", "Skatteetaten MVA"))),
                List.of(company.ledger(day, amount, "Skatteetaten", "MVA oppgave")));
    }

    /** Money goes to the savings account and comes back, under the same text. */
    private void transfers(LocalDate day) {
        long amount = random.between(2, 9) * 10_000_00L;
        String text = company.words.transfer() + ownAccount;
        LocalDate back = Days.booking(day.plusDays(random.between(5, 20)));
        company.either(
                "transfer", List.of(company.bank(day, -amount, text)), List.of(company.ledger(day, -amount, "", text)));
        if (random.percent(50)) {
            company.either(
                    "transfer-back",
                    List.of(company.bank(back, amount, text)),
                    List.of(company.ledger(back, amount, "", text)));
        } else {
            company.open("transfer-back-not-posted", List.of(company.bank(back, amount, text)), List.of());
        }
    }

    /** The terminal's takings come net of a fee; only where the fee is posted do the sums agree. */
    private void card(LocalDate day) {
        long gross = random.between(800_00, 19_000_00);
        long fee = gross / 80;
        String text = company.words.settlement() + ++settlement;
        LocalDate booked = Days.booking(day.plusDays(1));
        Row takings = company.ledger(day, gross, "", text);
        Row net = company.bank(booked, gross - fee, "NETS " + text);
        if (random.percent(70)) {
            company.match("card", List.of(net), List.of(takings, company.ledger(day, -fee, "", text + " gebyr")));
        } else {
            company.open("card-fee-not-posted", List.of(net), List.of(takings));
        }
    }

    private void purchase(LocalDate day) {
        long amount = -company.amount() / 10;
        String shop = random.one("REMA 1000 OSLO", "Kiwi 512", "Circle K", "Clas Ohlson", "ICA Nära", "Biltema");
        String text = company.words.purchase() + random.one("4321", "8812") + ' ' + shortDate(day) + ' ' + shop;
        company.either(
                "purchase",
                List.of(company.bank(company.atBank(day), amount, text)),
                List.of(company.ledger(day, amount, "", shop)));
    }

    static String shortDate(LocalDate day) {
        return String.format("%02d.%02d", day.getDayOfMonth(), day.getMonthValue());
    }

    private void fees(LocalDate day) {
        for (int i = 0; i < 3; i++) {
            LocalDate booked = Days.booking(day.plusDays(i * 4L));
            company.open(
                    "fee",
                    List.of(company.bank(booked, -random.between(2, 9) * 2_50L, company.words.fee())),
                    List.of());
        }
    }

    /** The same twice on one day, on both sides. */
    private void coffees(LocalDate day) {
        String text = company.words.purchase() + "Kaffebønna";
        for (int i = 0; i < 2; i++) {
            Row bank = Row.of(day, -49_00, "", "", text.toUpperCase(java.util.Locale.ROOT));
            company.match("twice-a-day", List.of(bank), List.of(Row.of(day, -49_00, "", "", text)));
        }
    }
}
