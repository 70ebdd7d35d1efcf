package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.List;

/** Cases in which names, texts, amounts and dates tempt to a wrong match. */
final class PartyTraps {
    private static final int ROUNDS = 3;

    private final Company company;
    private final SplitMix random;

    PartyTraps(Company company) {
        this.company = company;
        this.random = company.random;
    }

    void set() {
        for (int round = 0; round < ROUNDS; round++) {
            namesAlike();
            anotherMonth();
            anotherPeriod();
            reversedSign();
            forthAndBack();
            returnBeforehand();
            nothingButTheAmount();
            twoInvoicesOfTheAmount();
            olderInvoiceOfTheAmount();
            anotherMatter();
        }
    }

    private LocalDate day() {
        return company.day(random.below(3));
    }

    private static LocalDate after(LocalDate day, int days) {
        return Days.booking(day.plusDays(days));
    }

    /** Both parties are known: the payer pays something else under a KID. */
    private void namesAlike() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String[] names = company.cast.alikes();
        int payer = random.below(2);
        String kid = company.nextKid();
        long other = company.freshAmount();
        company.match(
                "kid",
                List.of(company.bank(day, other, kid, "", company.words.deposit())),
                List.of(Row.of(day, other, kid, names[payer], "Faktura")));
        company.open(
                "trap-names-alike",
                List.of(company.bank(after(day, 1), amount, Spelling.whole(names[payer], random))),
                List.of(company.ledger(day, amount, names[1 - payer], "Faktura")));
    }

    private void anotherMonth() {
        LocalDate first = Days.FIRST.plusMonths(1 + random.below(2));
        LocalDate day = after(first, -4);
        long amount = company.freshAmount();
        String customer = company.cast.company();
        String paid = company.words.subscription() + company.words.month(first);
        String posted = company.words.subscription() + company.words.month(first.minusMonths(1));
        company.open(
                "trap-another-month",
                List.of(company.bank(after(first, 1), amount, Spelling.whole(customer, random) + ' ' + paid)),
                List.of(company.ledger(day, amount, customer, posted)));
    }

    private void anotherPeriod() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        int period = random.between(1, 3);
        String unit = random.one(". kvartal", ". termin", ". rate", ". avdrag");
        company.open(
                "trap-another-period",
                List.of(company.bank(
                        after(day, 2), amount, Spelling.whole(customer, random) + ' ' + (period + 1) + unit)),
                List.of(company.ledger(day, amount, customer, period + unit)));
    }

    private void reversedSign() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        company.open(
                "trap-reversed-sign",
                List.of(company.bank(after(day, 1), amount, customer)),
                List.of(company.ledger(day, -amount, customer, "Faktura")));
    }

    private void forthAndBack() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String person = company.cast.person();
        company.open(
                "trap-forth-and-back",
                List.of(company.bank(day, -amount, person), company.bank(after(day, 9), amount, person)),
                List.of());
    }

    private void returnBeforehand() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String supplier = company.cast.company();
        company.open(
                "trap-return-beforehand",
                List.of(
                        company.bank(day, amount, "Retur " + supplier),
                        company.bank(after(day, 4), -amount, supplier + " vareleveranse")),
                List.of());
    }

    private void nothingButTheAmount() {
        LocalDate day = day();
        long amount = random.between(10, 90) * 500_00L;
        company.open(
                "trap-amount-alone",
                List.of(company.bank(after(day, random.between(5, 9)), amount, company.words.deposit())),
                List.of(company.ledger(day, amount, company.nextInvoice(), company.cast.company(), "Faktura")));
    }

    private void twoInvoicesOfTheAmount() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        company.open(
                "trap-two-of-the-amount",
                List.of(company.bank(after(day, 3), amount, Spelling.whole(customer, random))),
                List.of(
                        company.ledger(day, amount, company.nextInvoice(), customer, "Faktura"),
                        company.ledger(after(day, 2), amount, company.nextInvoice(), customer, "Faktura")));
    }

    /** The older one is further away than rules look, and open all the same. */
    private void olderInvoiceOfTheAmount() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        company.open(
                "trap-older-of-the-amount",
                List.of(company.bank(after(day, 17), amount, Spelling.whole(customer, random))),
                List.of(
                        company.ledger(day, amount, company.nextInvoice(), customer, "Faktura"),
                        company.ledger(after(day, 15), amount, company.nextInvoice(), customer, "Faktura")));
    }

    private void anotherMatter() {
        LocalDate day = day();
        long amount = -company.freshAmount();
        String[] matters = random.one(
                new String[] {"Leie lokale Storgata 5", "Leie bil AB12345"},
                new String[] {"Forsikring bygning", "Forsikring varebil"},
                new String[] {"Kontingent bransjeforening", "Kontingent idrettslag"},
                new String[] {"Strøm Storgata", "Strøm Havnegata"});
        company.open(
                "trap-another-matter",
                List.of(company.bank(after(day, 1), amount, matters[0])),
                List.of(company.ledger(day, amount, "", matters[1])));
    }
}
