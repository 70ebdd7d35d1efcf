package org.tickmark.importer.sie;

import java.util.Set;

/** The labels of records, as the format description of the SIE group lists them. */
final class Labels {
    private static final Set<String> KNOWN = Set.of(
            "#ADRESS",
            "#BKOD",
            "#BTRANS",
            "#DIM",
            "#ENHET",
            "#FLAGGA",
            "#FNAMN",
            "#FNR",
            "#FORMAT",
            "#FTYP",
            "#GEN",
            "#IB",
            "#KONTO",
            "#KPTYP",
            "#KSUMMA",
            "#KTYP",
            "#OBJEKT",
            "#OIB",
            "#OMFATTN",
            "#ORGNR",
            "#OUB",
            "#PBUDGET",
            "#PROGRAM",
            "#PROSA",
            "#PSALDO",
            "#RAR",
            "#RES",
            "#RTRANS",
            "#SIETYP",
            "#SRU",
            "#TAXAR",
            "#TRANS",
            "#UB",
            "#UNDERDIM",
            "#VALUTA",
            "#VER");

    private Labels() {}

    /** Whether a word is the label of a record. */
    static boolean isLabel(String word) {
        return KNOWN.contains(word);
    }
}
