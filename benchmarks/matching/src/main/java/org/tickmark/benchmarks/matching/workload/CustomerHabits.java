package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What customers and suppliers do. */
final class CustomerHabits {
    private static final int INVOICES = 120;
    private static final int SUPPLIER_INVOICES = 40;

    private final Company company;
    private final SplitMix random;
    private final List<String> customers;
    private final List<String> suppliers;
    private final List<String> subscribers;
    private final String[] subscriberKids = new String[12];
    private final Set<String> paidByNameAlone = new HashSet<>();

    CustomerHabits(Company company) {
        this.company = company;
        this.random = company.random;
        this.customers = company.cast.companies(50);
        customers.addAll(company.cast.people(25));
        this.suppliers = company.cast.companies(25);
        this.subscribers = company.cast.companies(subscriberKids.length);
        for (int i = 0; i < subscriberKids.length; i++) {
            subscriberKids[i] = company.nextKid();
        }
    }

    void month(int month) {
        for (int i = 0; i < INVOICES; i++) {
            invoice(company.day(month));
        }
        for (int i = 0; i < SUPPLIER_INVOICES; i++) {
            supplier(company.day(month));
        }
        for (int i = 0; i < subscriberKids.length; i++) {
            subscription(i, company.day(month).withDayOfMonth(1));
        }
    }

    private String anyOf(List<String> parties) {
        return parties.get(random.below(parties.size()));
    }

    private void invoice(LocalDate day) {
        String customer = anyOf(customers);
        int roll = random.below(100);
        if (roll < 30) {
            byKid(customer, day);
        } else if (roll < 55) {
            byNumber(customer, day);
        } else if (roll < 62) {
            twoAtOnce(customer, day);
        } else if (roll < 82) {
            byName(customer, day);
        } else if (roll < 85) {
            partPayments(customer, day);
        } else if (roll < 89) {
            refund(customer, day);
        } else if (roll < 92) {
            creditNote(customer, day);
        } else if (roll < 94) {
            postedTwice(customer, day);
        } else if (roll < 97) {
            outstanding(customer, day);
        } else {
            unknownDeposit(customer, day);
        }
    }

    private void byKid(String customer, LocalDate day) {
        long amount = company.amount();
        String kid = company.nextKid();
        Row ledger = Row.of(day, amount, kid, customer, company.words.invoice(company.nextInvoice(), random));
        LocalDate booked = company.atBank(day);
        Row bank = random.percent(50)
                ? company.bank(booked, amount, kid, "", company.words.deposit())
                : company.bank(booked, amount, company.words.reference() + random.one("", "00", "0") + kid);
        company.match("kid", List.of(bank), List.of(ledger));
    }

    private void byNumber(String customer, LocalDate day) {
        long amount = company.amount();
        String number = company.nextInvoice();
        String text = company.words.invoice(number, random);
        String name = Spelling.any(customer, random);
        Row bank =
                switch (random.below(3)) {
                    case 0 -> company.bank(company.atBank(day), amount, text);
                    case 1 -> company.bank(company.atBank(day), amount, name + ' ' + text);
                    default -> company.bank(company.atBank(day), amount, "", name, text);
                };
        company.match("number", List.of(bank), List.of(company.ledger(day, amount, number, customer, "Faktura")));
    }

    private void twoAtOnce(String customer, LocalDate day) {
        long one = company.amount();
        long other = company.amount();
        String first = company.nextInvoice();
        company.skipInvoices(5);
        String second = company.nextInvoice();
        String text = company.words.invoice(first, random) + ' ' + company.words.and() + ' ' + second;
        Row bank = company.bank(company.atBank(day), one + other, "", Spelling.any(customer, random), text);
        company.match(
                "two-invoices",
                List.of(bank),
                List.of(
                        company.ledger(day, one, first, customer, "Faktura"),
                        company.ledger(day, other, second, customer, "Faktura")));
    }

    /** The bank says who paid, not what; certain only where the customer does not pay the like twice. */
    private void byName(String customer, LocalDate day) {
        long amount = company.amount();
        String name = Spelling.any(customer, random);
        Row bank = random.percent(50)
                ? company.bank(company.atBank(day), amount, name)
                : company.bank(company.atBank(day), amount, "", name, company.words.deposit());
        Row ledger = company.ledger(day, amount, company.nextInvoice(), customer, "Faktura");
        if (paidByNameAlone.add(customer + amount) && amount % 100_00 != 0) {
            company.match("name", List.of(bank), List.of(ledger));
        } else {
            company.either("name-again", List.of(bank), List.of(ledger));
        }
    }

    private void partPayments(String customer, LocalDate day) {
        long amount = company.amount() + 1_000_00;
        long part = amount / 10 * random.between(2, 7);
        String number = company.nextInvoice();
        LocalDate first = company.atBank(day);
        LocalDate second = Days.booking(first.plusDays(random.between(2, 9)));
        company.match(
                "part-payments",
                List.of(
                        company.bank(first, part, company.words.invoice(number, random)),
                        company.bank(second, amount - part, company.words.invoice(number, random))),
                List.of(company.ledger(day, amount, number, customer, "Faktura")));
    }

    private void refund(String customer, LocalDate day) {
        long amount = company.amount();
        String number = company.nextInvoice();
        String text = company.words.invoice(number, random);
        company.match(
                "paid-then-refunded",
                List.of(company.bank(company.atBank(day), amount, text)),
                List.of(company.ledger(day, amount, number, customer, "Faktura")));
        LocalDate back = Days.booking(day.plusDays(random.between(12, 25)));
        String note = company.nextInvoice();
        company.match(
                "refund",
                List.of(company.bank(
                        company.atBank(back), -amount, company.words.creditNote() + note + ' ' + customer)),
                List.of(company.ledger(
                        back,
                        -amount,
                        note,
                        customer,
                        company.words.creditNote().strip())));
    }

    private void creditNote(String customer, LocalDate day) {
        long amount = company.amount();
        String number = company.nextInvoice();
        Row invoice = company.ledger(day, amount, number, customer, "Faktura");
        Row undone = company.ledger(
                Days.booking(day.plusDays(random.between(0, 9))),
                -amount,
                number,
                customer,
                random.one("Annullering", "Makulering", "Korreksjon"));
        company.match("credit-note", List.of(), List.of(invoice, undone));
    }

    private void postedTwice(String customer, LocalDate day) {
        long amount = company.amount();
        String kid = company.nextKid();
        Row row = Row.of(day, amount, kid, customer, company.words.invoice(company.nextInvoice(), random));
        Row bank = company.bank(company.atBank(day), amount, kid, "", "");
        company.either("posted-twice", List.of(bank), List.of(row));
        company.open("posted-twice", List.of(), List.of(row));
    }

    private void outstanding(String customer, LocalDate day) {
        company.open(
                "outstanding",
                List.of(),
                List.of(company.ledger(day, company.amount(), company.nextInvoice(), customer, "Faktura")));
    }

    private void unknownDeposit(String customer, LocalDate day) {
        String text = random.one(company.words.deposit(), "", Spelling.any(customer, random));
        company.open("unknown-deposit", List.of(company.bank(day, company.amount(), text)), List.of());
    }

    private void supplier(LocalDate day) {
        String supplier = anyOf(suppliers);
        long amount = -company.amount();
        String number = Integer.toString(random.between(10_000, 9_999_999));
        boolean quoted = random.percent(50);
        String name = Spelling.any(supplier, random);
        String text = quoted ? name + ' ' + company.words.invoice(number, random) : name;
        Row bank = company.bank(company.atBank(day), amount, text);
        Row ledger = company.ledger(day, amount, number, supplier, "Leverandørfaktura");
        if (quoted || (paidByNameAlone.add(supplier + amount) && amount % 100_00 != 0)) {
            company.match(quoted ? "supplier-number" : "supplier-name", List.of(bank), List.of(ledger));
        } else {
            company.either("supplier-again", List.of(bank), List.of(ledger));
        }
    }

    /** The same amount every month; half of the subscribers pay under a number of theirs, half write the month. */
    private void subscription(int subscriber, LocalDate first) {
        LocalDate day = Days.booking(first);
        long amount = 499_00 + subscriber * 100_00L;
        String name = subscribers.get(subscriber);
        String text = company.words.subscription() + company.words.month(first);
        if (subscriber % 2 == 0) {
            String kid = subscriberKids[subscriber];
            company.match(
                    "subscription-number",
                    List.of(company.bank(company.atBank(day), amount, kid, "", company.words.deposit())),
                    List.of(Row.of(day, amount, kid, name, text)));
        } else {
            String payer = Spelling.whole(name, random);
            company.either(
                    "subscription-name",
                    List.of(company.bank(company.atBank(day), amount, "", payer, text)),
                    List.of(company.ledger(day, amount, name, text)));
        }
    }
}
