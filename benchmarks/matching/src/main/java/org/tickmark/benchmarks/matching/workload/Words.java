package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.List;

/**
 * How a company and its bank put things in one language.
 *
 * @param invoices ways to begin the number of an invoice
 * @param and between two numbers
 * @param reference before a reference with a check digit
 * @param rent before a month
 * @param subscription before a month
 * @param salary before a month
 * @param settlement before the number of a card terminal's settlement
 * @param fee a bank's fee
 * @param transfer before the company's other account
 * @param creditNote before the number of a credit note
 * @param deposit money that came in
 * @param purchase before what a card paid
 * @param months from January on
 */
record Words(
        List<String> invoices,
        String and,
        String reference,
        String rent,
        String subscription,
        String salary,
        String settlement,
        String fee,
        String transfer,
        String creditNote,
        String deposit,
        String purchase,
        List<String> months) {
    static final Words NORWEGIAN = new Words(
            List.of("Faktura ", "Fakt.nr ", "Fakturanr. ", "Ref: ", "faktura nr ", "Fakt "),
            "og",
            "KID ",
            "Husleie ",
            "Abonnement ",
            "Lønn ",
            "Oppgjør ",
            "Gebyr",
            "Overføring egen konto ",
            "Kreditnota ",
            "Innbetaling",
            "Varekjøp ",
            List.of("januar", "februar", "mars", "april"));
    static final Words SWEDISH = new Words(
            List.of("Faktura ", "Fakt.nr ", "Fakturanr ", "Ref: ", "faktura nr ", "Fakt "),
            "och",
            "OCR ",
            "Hyra ",
            "Abonnemang ",
            "Lön ",
            "Inlösen ",
            "Bankavgift",
            "Överföring eget konto ",
            "Kreditfaktura ",
            "Insättning",
            "Kortköp ",
            List.of("januari", "februari", "mars", "april"));

    /** A way to name an invoice. */
    String invoice(String number, SplitMix random) {
        return invoices.get(random.below(invoices.size())) + number;
    }

    String month(LocalDate day) {
        return months.get(day.getMonthValue() - 1);
    }
}
