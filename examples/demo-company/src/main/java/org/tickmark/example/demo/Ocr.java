package org.tickmark.example.demo;

/** Swedish OCR references with a length digit and a check digit (Luhn, modulus 10). */
final class Ocr {
    private Ocr() {}

    /** The reference on a base of digits: the base, the last digit of the whole length, the check digit. */
    static String of(String base) {
        String body = base + (base.length() + 2) % 10;
        return body + checkDigit(body);
    }

    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            boolean doubled = (body.length() - i) % 2 == 1;
            int value = Character.digit(body.charAt(i), 10) * (doubled ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
