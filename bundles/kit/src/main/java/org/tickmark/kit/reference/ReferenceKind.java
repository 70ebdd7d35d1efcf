package org.tickmark.kit.reference;

/** The kinds of payment reference whose check digits are known. Its canonical form is what two rows are compared by. */
public enum ReferenceKind {
    /** Swedish OCR number: 2 to 25 digits, the last by Luhn. Canonical as it stands. */
    SE_OCR(2, 25, Spotting.DIGITS),

    /** Norwegian KID: 2 to 25 characters, the last by Luhn or by mod 11, where a hyphen stands for ten. Canonical as it stands. */
    NO_KID(2, 25, Spotting.DIGITS),

    /** Finnish viite: 4 to 20 digits, the last by weights 7, 3, 1. Canonical without leading zeros, which do not count. */
    FI_VIITE(4, 20, Spotting.DIGITS),

    /** Creditor reference by ISO 11649: RF, two check digits, 1 to 21 digits and letters. Canonical in upper case, without blanks, and without zeros that lead its content. */
    ISO_11649_RF(5, 25, Spotting.MARKED),

    /** Swiss QR reference: 27 digits, the last by recursive mod 10. */
    CH_QRR(27, 27, Spotting.DIGITS),

    /** Danish FIK reference of card types 71 (15 digits), 04 and 75 (16 digits): the last by Luhn. Canonical without type and creditor. */
    DK_FIK(15, 16, Spotting.MARKED),

    /** Belgian structured communication: ten digits and their rest mod 97. Canonical without signs. */
    BE_STRUCTURED(12, 12, Spotting.MARKED);

    private final int leastLength;
    private final int mostLength;
    private final Spotting spotting;

    ReferenceKind(int leastLength, int mostLength, Spotting spotting) {
        this.leastLength = leastLength;
        this.mostLength = mostLength;
        this.spotting = spotting;
    }

    /** How a reference is recognised in free text. */
    enum Spotting {
        /** By being digits that pass the check. */
        DIGITS,
        /** By signs of its own; digits alone would be too often something else. */
        MARKED
    }

    Spotting spotting() {
        return spotting;
    }

    /** Whether a text in canonical form has the length, the characters and the check digit of this kind. */
    public boolean isValid(CharSequence canonical) {
        return hasShape(canonical) && hasRightCheck(canonical);
    }

    /** Whether a text in canonical form has the length and the characters of this kind. */
    boolean hasShape(CharSequence canonical) {
        int length = canonical.length();
        if (length < leastLength || length > mostLength) {
            return false;
        }
        return switch (this) {
            case ISO_11649_RF -> isRfShape(canonical);
            case NO_KID -> isDigits(canonical, canonical.charAt(length - 1) == '-' ? length - 1 : length);
            default -> isDigits(canonical, length);
        };
    }

    /** Nothing but digits, not all of them zero. */
    private static boolean isDigits(CharSequence text, int length) {
        boolean nonZero = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!Chars.isDigit(c)) {
                return false;
            }
            nonZero |= c != '0';
        }
        return nonZero;
    }

    private static boolean isRfShape(CharSequence text) {
        if (text.charAt(0) != 'R' || text.charAt(1) != 'F') {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Chars.isDigit(c) && (i < 4 || c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    private boolean hasRightCheck(CharSequence canonical) {
        return switch (this) {
            case SE_OCR, DK_FIK -> CheckDigits.isLuhn(canonical);
            case NO_KID -> isKid(canonical);
            case FI_VIITE -> CheckDigits.is731(canonical);
            case ISO_11649_RF -> CheckDigits.isRf(canonical);
            case CH_QRR -> CheckDigits.isRecursiveMod10(canonical);
            case BE_STRUCTURED -> CheckDigits.isBelgian(canonical);
        };
    }

    private static boolean isKid(CharSequence text) {
        return (text.charAt(text.length() - 1) != '-' && CheckDigits.isLuhn(text)) || CheckDigits.isMod11(text);
    }
}
