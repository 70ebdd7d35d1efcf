package org.tickmark.kit.reference;

/**
 * The check digits of payment references: each {@code is…} tells whether a whole reference ends in the right one, each
 * {@code …Digit} computes it for a base. Arguments hold digits 0-9 only unless said otherwise; a whole reference has at least one digit
 * before its check.
 */
public final class CheckDigits {
    private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int[] WEIGHTS_731 = {7, 3, 1};
    private static final int LEAST_WEIGHT = 2;
    private static final int MOST_WEIGHT = 7;

    private CheckDigits() {}

    /** Luhn, mod 10 (ISO/IEC 7812-1 annex B): Swedish OCR, Norwegian KID, Danish FIK. */
    public static boolean isLuhn(CharSequence reference) {
        return endsWith(reference, luhn(reference, reference.length() - 1));
    }

    /** The Luhn digit for a base. */
    public static char luhnDigit(CharSequence base) {
        return luhn(base, base.length());
    }

    private static char luhn(CharSequence digits, int length) {
        int sum = 0;
        boolean doubled = true;
        for (int i = length - 1; i >= 0; i--) {
            int digit = digit(digits, i);
            if (doubled) {
                digit *= 2;
                if (digit > 9) {
                    digit -= 9;
                }
            }
            sum += digit;
            doubled = !doubled;
        }
        return complement(sum);
    }

    /** Mod 11 with weights 2 to 7 from the right: Norwegian KID. The last character is a digit or a hyphen for ten. */
    public static boolean isMod11(CharSequence reference) {
        return endsWith(reference, mod11(reference, reference.length() - 1));
    }

    /** The mod 11 digit for a base, or a hyphen for ten. */
    public static char mod11Digit(CharSequence base) {
        return mod11(base, base.length());
    }

    private static char mod11(CharSequence digits, int length) {
        int sum = 0;
        int weight = LEAST_WEIGHT;
        for (int i = length - 1; i >= 0; i--) {
            sum += digit(digits, i) * weight;
            weight = weight == MOST_WEIGHT ? LEAST_WEIGHT : weight + 1;
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? '-' : (char) ('0' + check);
    }

    /** Mod 10 with weights 7, 3, 1 from the right: Finnish viite. */
    public static boolean is731(CharSequence reference) {
        return endsWith(reference, weighted731(reference, reference.length() - 1));
    }

    /** The 7-3-1 digit for a base. */
    public static char digit731(CharSequence base) {
        return weighted731(base, base.length());
    }

    private static char weighted731(CharSequence digits, int length) {
        int sum = 0;
        for (int i = length - 1, position = 0; i >= 0; i--, position++) {
            sum += digit(digits, i) * WEIGHTS_731[position % WEIGHTS_731.length];
        }
        return complement(sum);
    }

    /** Recursive mod 10: Swiss QR reference. */
    public static boolean isRecursiveMod10(CharSequence reference) {
        return endsWith(reference, recursive(reference, reference.length() - 1));
    }

    /** The recursive mod 10 digit for a base. */
    public static char recursiveMod10Digit(CharSequence base) {
        return recursive(base, base.length());
    }

    private static char recursive(CharSequence digits, int length) {
        int carry = 0;
        for (int i = 0; i < length; i++) {
            carry = RECURSIVE[(carry + digit(digits, i)) % RECURSIVE.length];
        }
        return complement(carry);
    }

    /**
     * Mod 97-10 (ISO 7064) of a creditor reference (ISO 11649): {@code RF}, two check digits, then digits and upper-case
     * letters. Only 02 to 98 are check digits.
     */
    public static boolean isRf(CharSequence reference) {
        if (reference.length() < 5) {
            return false;
        }
        int check = digit(reference, 2) * 10 + digit(reference, 3);
        return check == rfCheck(reference, 4);
    }

    /** The two check digits for what follows them in a creditor reference. */
    public static String rfDigits(CharSequence content) {
        return twoDigits(rfCheck(content, 0));
    }

    private static int rfCheck(CharSequence reference, int from) {
        int rest = 0;
        for (int i = from; i < reference.length(); i++) {
            rest = append97(rest, reference.charAt(i));
        }
        rest = append97(append97(rest, 'R'), 'F');
        return 98 - rest * 100 % 97;
    }

    private static int append97(int rest, char c) {
        return c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
    }

    /** Ten digits and their rest mod 97, 97 for none: Belgian structured communication. */
    public static boolean isBelgian(CharSequence reference) {
        int check = digit(reference, reference.length() - 2) * 10 + digit(reference, reference.length() - 1);
        return check == belgianCheck(reference, reference.length() - 2);
    }

    /** The two check digits for ten digits. */
    public static String belgianDigits(CharSequence base) {
        return twoDigits(belgianCheck(base, base.length()));
    }

    private static int belgianCheck(CharSequence digits, int length) {
        int rest = 0;
        for (int i = 0; i < length; i++) {
            rest = append97(rest, digits.charAt(i));
        }
        return rest == 0 ? 97 : rest;
    }

    /** Whether the second last digit is the length of the whole mod 10, as Swedish OCR agreements may demand. */
    public static boolean hasLengthDigit(CharSequence reference) {
        int length = reference.length();
        return length >= 3 && digit(reference, length - 2) == length % 10;
    }

    private static boolean endsWith(CharSequence reference, char check) {
        return reference.length() > 1 && reference.charAt(reference.length() - 1) == check;
    }

    private static int digit(CharSequence digits, int index) {
        return digits.charAt(index) - '0';
    }

    private static char complement(int sum) {
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
