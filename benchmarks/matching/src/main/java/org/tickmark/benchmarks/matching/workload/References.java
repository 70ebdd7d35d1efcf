package org.tickmark.benchmarks.matching.workload;

import org.tickmark.kit.reference.CheckDigits;

/** Swedish OCR references with a length digit, and what happens to them on their way. */
final class References {
    private References() {}

    /** The OCR reference of a number: the number, the last digit of the whole's length, the check digit. */
    static String ocr(long number) {
        String digits = Long.toString(number);
        String base = digits + (digits.length() + 2) % 10;
        return base + CheckDigits.luhnDigit(base);
    }

    /** Blanks or hyphens inside, or a word before it. */
    static String dressed(String reference, SplitMix random) {
        int half = reference.length() / 2;
        String front = reference.substring(0, half);
        String back = reference.substring(half);
        return random.one(front + ' ' + back, front + '-' + back, "OCR " + reference, "Ref:" + reference);
    }

    /** One digit is another. */
    static String withAnotherDigit(String reference, SplitMix random) {
        int place = random.below(reference.length());
        int digit = (reference.charAt(place) - '0' + 1 + random.below(9)) % 10;
        return reference.substring(0, place) + digit + reference.substring(place + 1);
    }

    /** Two neighbours that differ have changed places; the next such pair from a random place on, round the end. */
    static String swapped(String reference, SplitMix random) {
        int pairs = reference.length() - 1;
        int place = random.below(pairs);
        while (reference.charAt(place) == reference.charAt(place + 1)) {
            place = (place + 1) % pairs;
        }
        return reference.substring(0, place)
                + reference.charAt(place + 1)
                + reference.charAt(place)
                + reference.substring(place + 2);
    }

    /** The last two digits are lost. */
    static String cut(String reference) {
        return reference.substring(0, reference.length() - 2);
    }
}
