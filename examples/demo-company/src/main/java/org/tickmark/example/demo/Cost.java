package org.tickmark.example.demo;

import java.util.List;
import org.tickmark.example.demo.BankEntry.Kind;

/**
 * A cost that leaves the bank account without a reference.
 *
 * @param day day of May
 * @param kind how it leaves
 * @param party who gets it
 * @param text what the ledger says
 * @param account account it is booked on
 * @param min smallest amount in whole kronor
 * @param max largest amount in whole kronor
 * @param vat whether VAT of 25 % is in it
 */
record Cost(int day, Kind kind, String party, String text, int account, int min, int max, Vat vat) {
    /** Whether VAT is in an amount. */
    enum Vat {
        INCLUDED,
        NONE
    }

    static final List<Cost> USUAL = List.of(
            debit(4, "Ingenmansö Fastigheter AB", "Lokalhyra maj", 5010, 21_000, 24_000),
            debit(4, "Fantasifors Energi AB", "El april", 5020, 4_000, 7_000),
            debit(5, "Sagolunda Telefoni AB", "Telefon april", 6212, 900, 1_600),
            card(5, "Testlösa Järnaffär", "Skruv och beslag", 4010),
            card(6, "Drömbro Bensin", "Drivmedel", 5611),
            card(7, "Påhittinge Papper", "Kontorsmaterial", 6110),
            debit(8, "Hittepåhult Försäkring", "Försäkring maj", 6310, 1_900, 2_600, Vat.NONE),
            card(11, "Låtsasvik Lunchrum", "Lunch med kund", 6071),
            tax(12, "Exempelverket", "Skattekonto", 2650, 38_000, 44_000),
            tax(12, "Exempelverket", "Arbetsgivaravgifter april", 2731, 41_000, 47_000),
            card(13, "Drömbro Bensin", "Drivmedel", 5611),
            card(15, "Exempelköping Tågresor", "Tåg till mässan", 5810),
            card(15, "Fantasifors Hotell", "Hotell på mässan", 5830),
            card(18, "Testlösa Järnaffär", "Slippapper", 4010),
            debit(18, "Sagolunda Bredband AB", "Bredband maj", 6230, 500, 900),
            card(19, "Ingenmansö Programvara", "Ritprogram, månad", 5420),
            card(20, "Påhittinge Papper", "Skrivarfärg", 6110),
            card(21, "Drömbro Bensin", "Drivmedel", 5611),
            debit(22, "Låtsasvik Billeasing AB", "Leasing skåpbil", 5615, 4_300, 5_200),
            card(25, "Hittepåhult Blommor", "Blommor till butiken", 5060),
            card(26, "Testlösa Järnaffär", "Skruvtvingar", 5410),
            debit(27, "Fantasifors Larm AB", "Larm maj", 6370, 600, 1_100),
            card(28, "Drömbro Bensin", "Drivmedel", 5611));

    private static Cost card(int day, String shop, String text, int account) {
        return new Cost(day, Kind.CARD, shop, text, account, 150, 2_400, Vat.INCLUDED);
    }

    private static Cost debit(int day, String party, String text, int account, int min, int max) {
        return debit(day, party, text, account, min, max, Vat.INCLUDED);
    }

    private static Cost debit(int day, String party, String text, int account, int min, int max, Vat vat) {
        return new Cost(day, Kind.DIRECT_DEBIT, party, text, account, min, max, vat);
    }

    private static Cost tax(int day, String party, String text, int account, int min, int max) {
        return new Cost(day, Kind.OUTGOING, party, text, account, min, max, Vat.NONE);
    }
}
