package org.tickmark.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.kit.reference.ReferenceKind.BE_STRUCTURED;
import static org.tickmark.kit.reference.ReferenceKind.CH_QRR;
import static org.tickmark.kit.reference.ReferenceKind.DK_FIK;
import static org.tickmark.kit.reference.ReferenceKind.FI_VIITE;
import static org.tickmark.kit.reference.ReferenceKind.ISO_11649_RF;
import static org.tickmark.kit.reference.ReferenceKind.NO_KID;
import static org.tickmark.kit.reference.ReferenceKind.SE_OCR;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    private static final String FIK_71 = "12345678901234" + CheckDigits.luhnDigit("12345678901234");
    private static final String FIK_75 = "123456789012345" + CheckDigits.luhnDigit("123456789012345");

    @ParameterizedTest
    @CsvSource({
        "SE_OCR, 1234574, 1234574, true",
        "SE_OCR, ' 1234 574 ', 1234574, true",
        "SE_OCR, 100000199, 100000199, true",
        "SE_OCR, 0012344, 0012344, true",
        "SE_OCR, 1234575, 1234575, false",
        "NO_KID, 12344, 12344, true",
        "NO_KID, 12343, 12343, true",
        "NO_KID, 2345676, 2345676, true",
        "NO_KID, 12345678903, 12345678903, true",
        "NO_KID, 310, 310, true",
        "NO_KID, 40-, 40-, true",
        "NO_KID, 41-, 41-, false",
        "NO_KID, 12345, 12345, false",
        "FI_VIITE, 1232, 1232, true",
        "FI_VIITE, '1 23456 1', 1234561, true",
        "FI_VIITE, 00000000000001232, 1232, true",
        "FI_VIITE, 1233, 1233, false",
        "ISO_11649_RF, RF34 1234 561, RF341234561, true",
        "ISO_11649_RF, rf18 5390 0754 7034, RF18539007547034, true",
        "ISO_11649_RF, RF34000000001234561, RF341234561, true",
        "ISO_11649_RF, RF351234561, RF351234561, false",
        "CH_QRR, 21 00000 00003 13947 14300 09017, 210000000003139471430009017, true",
        "BE_STRUCTURED, +++010/8068/17183+++, 010806817183, true",
        "BE_STRUCTURED, ***010/8068/17183***, 010806817183, true",
        "BE_STRUCTURED, 010806817184, 010806817184, false"
    })
    void parsesFieldsOfAKnownKind(ReferenceKind kind, String field, String canonical, boolean valid) {
        TypedReference expected = new TypedReference(kind, canonical);

        assertThat(References.parse(kind, field)).contains(expected);
        assertThat(expected.valid()).isEqualTo(valid);
    }

    @Test
    void parsesDanishFieldsWithAndWithoutSigns() {
        TypedReference expected = new TypedReference(DK_FIK, FIK_71);

        assertThat(References.parse(DK_FIK, "+71<" + FIK_71 + "+81234567<")).contains(expected);
        assertThat(References.parse(DK_FIK, "+71<" + FIK_71)).contains(expected);
        assertThat(References.parse(DK_FIK, FIK_71)).contains(expected);
        assertThat(References.parse(DK_FIK, FIK_75)).map(TypedReference::valid).contains(true);
        assertThat(expected.valid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SE_OCR, ''",
        "SE_OCR, 5",
        "SE_OCR, OCR 1234574",
        "SE_OCR, 12345678901234567890123456",
        "SE_OCR, 0000",
        "SE_OCR, 40-x",
        "SE_OCR, 1234_574",
        "NO_KID, -",
        "NO_KID, x40-",
        "FI_VIITE, 123",
        "FI_VIITE, 000123",
        "FI_VIITE, 123456789012345678901",
        "ISO_11649_RF, RF",
        "ISO_11649_RF, RF34",
        "ISO_11649_RF, RF340000",
        "ISO_11649_RF, RFX41234561",
        "ISO_11649_RF, 341234561",
        "ISO_11649_RF, RF3412345678901234567890123",
        "CH_QRR, 21000000000313947143000901",
        "DK_FIK, 12345678901234",
        "BE_STRUCTURED, 01080681718"
    })
    void findsNoReferenceWhereTheShapeIsWrong(ReferenceKind kind, String field) {
        assertThat(References.parse(kind, field)).isEmpty();
    }

    @Test
    void findsReferencesInFreeText() {
        assertThat(References.find("OCR 1234574 TACK", Set.of(SE_OCR)))
                .containsExactly(new TypedReference(SE_OCR, "1234574"));
        assertThat(References.find("KID:2345676", Set.of(NO_KID)))
                .containsExactly(new TypedReference(NO_KID, "2345676"));
        assertThat(References.find("Viite 00001 23456 1.", Set.of(FI_VIITE)))
                .contains(new TypedReference(FI_VIITE, "1234561"));
        assertThat(References.find("QRR 21 00000 00003 13947 14300 09017!", Set.of(CH_QRR)))
                .containsExactly(new TypedReference(CH_QRR, "210000000003139471430009017"));
        assertThat(References.find("Bet +++010/8068/17183+++", Set.of(BE_STRUCTURED)))
                .containsExactly(new TypedReference(BE_STRUCTURED, "010806817183"));
        assertThat(References.find("+71<" + FIK_71 + "+81234567<", Set.of(DK_FIK)))
                .containsExactly(new TypedReference(DK_FIK, FIK_71));
        assertThat(References.find("+75 < " + FIK_75 + " +81234567<", Set.of(DK_FIK)))
                .containsExactly(new TypedReference(DK_FIK, FIK_75));
    }

    @Test
    void findsAViiteAlsoInsideItsCreditorReference() {
        assertThat(References.find("ref rf34 1234 561, thanks", EnumSet.of(FI_VIITE, ISO_11649_RF)))
                .containsExactly(
                        new TypedReference(ISO_11649_RF, "RF341234561"), new TypedReference(FI_VIITE, "1234561"));
        assertThat(References.find("RF341234561", Set.of(FI_VIITE)))
                .containsExactly(new TypedReference(FI_VIITE, "1234561"));
        assertThat(References.find("RF18539007547034", Set.of(ISO_11649_RF)))
                .containsExactly(new TypedReference(ISO_11649_RF, "RF18539007547034"));
    }

    @Test
    void findsCreditorReferencesFollowedByOtherGroups() {
        assertThat(References.find("RF18 5390 0754 7034 2026 KR", Set.of(ISO_11649_RF)))
                .contains(new TypedReference(ISO_11649_RF, "RF18539007547034"));
        assertThat(References.find("RF18 5390 0754 7034 invoice", Set.of(ISO_11649_RF)))
                .containsExactly(new TypedReference(ISO_11649_RF, "RF18539007547034"));
    }

    @Test
    void findsAKidThatEndsInAHyphen() {
        String kid = "123403-";
        assertThat(CheckDigits.isMod11(kid)).isTrue();

        assertThat(References.find("KID " + kid, Set.of(NO_KID))).contains(new TypedReference(NO_KID, kid));
        assertThat(References.find(kid + ", faktura", Set.of(NO_KID))).contains(new TypedReference(NO_KID, kid));
        assertThat(References.find(kid + "5", Set.of(NO_KID))).doesNotContain(new TypedReference(NO_KID, kid));
    }

    @Test
    void givesTheSameDigitsAsEveryKindTheyFit() {
        assertThat(References.find("2345676"))
                .contains(new TypedReference(SE_OCR, "2345676"), new TypedReference(NO_KID, "2345676"));
    }

    @Test
    void givesEachReferenceOnce() {
        assertThat(References.find("1234574 / 1234574, 1234-574", Set.of(SE_OCR)))
                .containsExactly(new TypedReference(SE_OCR, "1234574"));
    }

    @Test
    void gluesNothingAcrossLettersOrWideGaps() {
        TypedReference glued = new TypedReference(SE_OCR, "1234574");

        for (String text :
                List.of("1234x574", "1234  574", "1234 x 574", "1234/574", "1234.574", "x1234574", "1234å 574")) {
            assertThat(References.find(text, Set.of(SE_OCR))).as(text).doesNotContain(glued);
        }
        for (String text : List.of("1234 574", "1234-574", "12-34 574", "9 1234 574", "å1234574ö")) {
            assertThat(References.find(text, Set.of(SE_OCR))).as(text).contains(glued);
        }
    }

    @Test
    void joinsNoDates() {
        // 20260501 would pass Luhn.
        assertThat(CheckDigits.isLuhn("20260501")).isTrue();
        assertThat(References.find("2026-05-01", Set.of(SE_OCR))).isEmpty();
        assertThat(References.find("2026-05-01 1234574", Set.of(SE_OCR)))
                .containsExactly(new TypedReference(SE_OCR, "1234574"));
        assertThat(References.find("1234574 2026-05-01", Set.of(SE_OCR)))
                .containsExactly(new TypedReference(SE_OCR, "1234574"));
        assertThat(References.find("2026-13-01", Set.of(SE_OCR, NO_KID, FI_VIITE)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no digits",
                "7",
                "12 kr",
                "0000",
                "0000 0000",
                "123",
                "RF",
                "RF1",
                "+71<",
                "+71<1",
                "010/",
                "010/8068/"
            })
    void findsNothingInPoorText(String text) {
        assertThat(References.find(text)).isEmpty();
    }

    @Test
    void everyFoundReferenceIsValidAndParsesToItself() {
        Random random = new Random(7);
        String alphabet = "0123456789012345678901234567890123456789 -/+<RFrfa.å";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (TypedReference reference : References.find(text.toString())) {
                assertThat(reference.valid()).as("%s in %s", reference, text).isTrue();
                assertThat(References.parse(reference.kind(), reference.canonical()))
                        .contains(reference);
            }
        }
    }

    @Test
    void findsEveryReferenceHoweverItIsSurrounded() {
        Random random = new Random(8);
        List<String> before = List.of("", "OCR ", "x: ", "(", "åäö ", "KID:");
        List<String> after = List.of("", " ", ".", ", TACK", " AB", ")");
        for (int round = 0; round < 5_000; round++) {
            String base = Long.toString(1000 + (random.nextLong() >>> 8));
            String ocr = base + CheckDigits.luhnDigit(base);
            String text = before.get(random.nextInt(before.size())) + ocr + after.get(random.nextInt(after.size()));
            assertThat(References.find(text, Set.of(SE_OCR))).as(text).containsExactly(new TypedReference(SE_OCR, ocr));
        }
    }

    @Test
    void boundsItsWorkOnTextsOfManyNumbers() {
        String many = "1 2 ".repeat(10_000);

        assertThat(References.find(many).size()).isLessThan(100);
        assertThat(References.find("9".repeat(100_000))).isEmpty();
        assertThat(References.find("RF18 ".repeat(10_000), Set.of(ISO_11649_RF)).size())
                .isLessThan(10);
    }

    @Test
    void namesKindAndValue() {
        assertThat(new TypedReference(SE_OCR, "1234574")).hasToString("SE_OCR:1234574");
    }
}
