package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.List;

/** Cases in which numbers tempt to a wrong match. Each has amounts of its own, so that nothing else could be meant. */
final class ReferenceTraps {
    private static final int ROUNDS = 3;

    private final Company company;
    private final SplitMix random;

    ReferenceTraps(Company company) {
        this.company = company;
        this.random = company.random;
    }

    void set() {
        for (int round = 0; round < ROUNDS; round++) {
            otherInvoice();
            otherInvoiceWithoutAName();
            oneDigitOff();
            anotherKid();
            customerNumberInCommon();
            customerNumberSumsUp();
            cardAndDateInCommon();
            sameNumberOfAnother();
            reissued();
            paidUnderTheVoidNumber();
            restMissing();
            partLooksLikeAnother();
            creditOfAnother();
            paidTwice();
        }
    }

    private LocalDate day() {
        return company.day(random.below(3));
    }

    private static LocalDate after(LocalDate day, int days) {
        return Days.booking(day.plusDays(days));
    }

    private void otherInvoice() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        String paid = company.nextInvoice();
        company.skipInvoices(8);
        Row bank = company.bank(
                after(day, 2), amount, "", Spelling.whole(customer, random), company.words.invoice(paid, random));
        company.open(
                "trap-other-invoice",
                List.of(bank),
                List.of(company.ledger(day, amount, company.nextInvoice(), customer, "Faktura")));
    }

    private void otherInvoiceWithoutAName() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String paid = company.nextInvoice();
        company.skipInvoices(8);
        company.open(
                "trap-other-invoice-no-name",
                List.of(company.bank(after(day, 1), amount, company.words.invoice(paid, random))),
                List.of(company.ledger(day, amount, company.nextInvoice(), company.cast.company(), "Faktura")));
    }

    private void oneDigitOff() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String kid = company.nextKid();
        String paid = References.withAnotherDigit(kid, random);
        company.open(
                "trap-one-digit-off",
                List.of(company.bank(after(day, 1), amount, paid, "", company.words.deposit())),
                List.of(Row.of(day, amount, kid, company.cast.company(), "Faktura")));
    }

    private void anotherKid() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String paid = company.nextKid();
        company.open(
                "trap-another-kid",
                List.of(company.bank(after(day, 1), amount, company.words.reference() + paid)),
                List.of(Row.of(day, amount, company.nextKid(), company.cast.company(), "Faktura")));
    }

    /** Both rows name the customer's number, and each another invoice. */
    private void customerNumberInCommon() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String number = "Kundenr " + random.between(100_000, 999_999) + ' ';
        String paid = company.nextInvoice();
        company.skipInvoices(4);
        company.open(
                "trap-customer-number",
                List.of(company.bank(after(day, 1), amount, number + company.words.invoice(paid, random))),
                List.of(Row.of(day, amount, "", company.cast.company(), number + "Faktura " + company.nextInvoice())));
    }

    /** The rows under a customer's number sum up, but the bank's names an invoice that is none of them. */
    private void customerNumberSumsUp() {
        LocalDate day = day();
        long one = company.freshAmount();
        long other = company.freshAmount();
        String customer = company.cast.company();
        String number = "Kundenr " + random.between(100_000, 999_999) + ' ';
        String paid = company.nextInvoice();
        Row bank = company.bank(after(day, 1), one + other, number + company.words.invoice(paid, random));
        company.open(
                "trap-customer-number-sum",
                List.of(bank),
                List.of(
                        Row.of(day, one, "", customer, number + "Faktura " + company.nextInvoice()),
                        Row.of(day, other, "", customer, number + "Faktura " + company.nextInvoice())));
    }

    private void cardAndDateInCommon() {
        LocalDate day = day();
        long amount = -company.freshAmount() / 10;
        String card =
                company.words.purchase() + String.format("4321 %02d%02d ", day.getDayOfMonth(), day.getMonthValue());
        company.open(
                "trap-card-and-date",
                List.of(company.bank(after(day, 1), amount, card + "JERNIA STRØMMEN")),
                List.of(Row.of(day, amount, "", "", card + "Byggmakker Skøyen")));
    }

    private void sameNumberOfAnother() {
        LocalDate day = day();
        long amount = -company.freshAmount();
        String number = Integer.toString(random.between(1_000, 99_999));
        Row bank = company.bank(after(day, 1), amount, company.cast.company() + " faktura " + number);
        company.open(
                "trap-number-of-another",
                List.of(bank),
                List.of(company.ledger(day, amount, number, company.cast.company(), "Leverandørfaktura")));
    }

    /** An invoice is credited and written anew; the customer pays the new one. */
    private void reissued() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        String old = company.nextInvoice();
        String fresh = company.nextInvoice();
        company.either("reissued-old", List.of(), credited(day, amount, customer, old));
        company.match(
                "reissued-new",
                List.of(company.bank(after(day, 5), amount, company.words.invoice(fresh, random))),
                List.of(company.ledger(after(day, 2), amount, fresh, customer, "Faktura")));
    }

    /** As before, but the customer writes the old number: what was paid is not certain. */
    private void paidUnderTheVoidNumber() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        String old = company.nextInvoice();
        company.either("void-number-old", List.of(), credited(day, amount, customer, old));
        company.open(
                "trap-void-number",
                List.of(company.bank(after(day, 5), amount, company.words.invoice(old, random))),
                List.of(company.ledger(after(day, 2), amount, company.nextInvoice(), customer, "Faktura")));
    }

    private List<Row> credited(LocalDate day, long amount, String customer, String number) {
        return List.of(
                company.ledger(day, amount, number, customer, "Faktura"),
                company.ledger(
                        after(day, 1),
                        -amount,
                        number,
                        customer,
                        company.words.creditNote().strip()));
    }

    private void restMissing() {
        LocalDate day = day();
        long amount = company.freshAmount() + 1_000_00;
        String number = company.nextInvoice();
        String text = company.words.invoice(number, random);
        company.open(
                "trap-rest-missing",
                List.of(
                        company.bank(after(day, 1), amount / 10 * 4, text),
                        company.bank(after(day, 6), amount / 10 * 5, text)),
                List.of(company.ledger(day, amount, number, company.cast.company(), "Faktura")));
    }

    /** A part payment has the amount of another invoice of the same customer. */
    private void partLooksLikeAnother() {
        LocalDate day = day();
        long part = company.freshAmount();
        String customer = company.cast.company();
        String number = company.nextInvoice();
        Row bank = company.bank(
                after(day, 1), part, "", Spelling.whole(customer, random), company.words.invoice(number, random));
        company.open(
                "trap-part-like-another",
                List.of(bank),
                List.of(
                        company.ledger(day, part * 2, number, customer, "Faktura"),
                        company.ledger(day, part, company.nextInvoice(), customer, "Faktura")));
    }

    private void creditOfAnother() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String customer = company.cast.company();
        String invoice = company.nextInvoice();
        company.skipInvoices(6);
        String credited = company.nextInvoice();
        company.open(
                "trap-credit-of-another",
                List.of(),
                List.of(
                        company.ledger(day, amount, invoice, customer, "Faktura"),
                        company.ledger(
                                after(day, 3),
                                -amount,
                                credited,
                                customer,
                                company.words.creditNote().strip())));
    }

    private void paidTwice() {
        LocalDate day = day();
        long amount = company.freshAmount();
        String number = company.nextInvoice();
        String text = company.words.invoice(number, random);
        company.either(
                "paid-twice-first",
                List.of(company.bank(after(day, 1), amount, text)),
                List.of(company.ledger(day, amount, number, company.cast.company(), "Faktura")));
        company.open("trap-paid-twice", List.of(company.bank(after(day, 7), amount, text)), List.of());
    }
}
