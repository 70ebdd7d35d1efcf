package org.tickmark.importer.mt940;

/**
 * Text in numbered fields, as German and Polish banks and some others have it: a code of the transaction, then a separator and two digits before each field:
 * {@code 166?00GUTSCHRIFT?20EREF+1234?30DRESDEFF430?31DE95…?32KARL KAUFMANN} (Deutsche Kreditwirtschaft, DFÜ-Abkommen, annex 3, chapter 8).
 */
final class NumberedFields {
    private static final String SEPARATORS = "?<>^~@!|$";
    private static final int LONGEST_CODE = 4;
    private static final int NUMBER = 3;

    private static final int POSTING_TEXT = 0;
    private static final int BANK = 30;
    private static final int ACCOUNT = 31;
    private static final int NAME = 32;
    private static final int MORE_NAME = 33;
    private static final int TEXT_KEY = 34;
    private static final int IBAN = 38;
    private static final int LAST = 99;

    private NumberedFields() {}

    /** Where the first separator of a text in numbered fields is; -1 when the text is in another form. */
    static int separator(String text) {
        int i = 0;
        while (i < text.length() && i <= LONGEST_CODE && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        boolean found = i <= LONGEST_CODE
                && i + NUMBER <= text.length()
                && SEPARATORS.indexOf(text.charAt(i)) >= 0
                && number(text, i) >= 0;
        return found ? i : -1;
    }

    /**
     * Takes the facts out of a text.
     *
     * @param text without line feeds
     * @param first where its first separator is
     */
    static void take(String text, int first, Facts facts) {
        char separator = text.charAt(first);
        facts.code(text.substring(0, first));
        Purpose purpose = new Purpose(facts);
        String name = "";
        String iban = "";
        String account = "";
        int at = first;
        while (at >= 0) {
            int next = next(text, separator, at + NUMBER);
            int number = number(text, at);
            String value = text.substring(at + NUMBER, next < 0 ? text.length() : next);
            switch (number) {
                case POSTING_TEXT -> facts.text(value);
                case BANK -> facts.bic(value);
                case ACCOUNT -> account = value;
                case IBAN -> iban = value;
                case NAME, MORE_NAME -> name = Purpose.joined(name, value);
                default -> {
                    if (isPurpose(number)) {
                        purpose.add(value);
                    } else if (isText(number)) {
                        facts.text(value);
                    }
                }
            }
            at = next;
        }
        facts.name(name);
        facts.account(iban.isBlank() ? account : iban);
        purpose.finish();
    }

    private static boolean isPurpose(int number) {
        return (number >= 20 && number < BANK) || (number >= 60 && number < 70);
    }

    /** All but the number of the batch (10), the extension of the text key (34) and the like. */
    private static boolean isText(int number) {
        return (number > 0 && number < 10) || (number > TEXT_KEY && number <= LAST);
    }

    private static int next(String text, char separator, int from) {
        int at = text.indexOf(separator, from);
        while (at >= 0 && number(text, at) < 0) {
            at = text.indexOf(separator, at + 1);
        }
        return at;
    }

    /** The two digits behind the separator at an index; -1 when there are none. */
    private static int number(String text, int index) {
        if (index + NUMBER > text.length()) {
            return -1;
        }
        int tens = text.charAt(index + 1) - '0';
        int ones = text.charAt(index + 2) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }
}
