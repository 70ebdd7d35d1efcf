package org.tickmark.importer.mt940;

import org.tickmark.api.importer.Reference;

/**
 * Text in fields with codes between slashes, as Dutch banks and SWIFT's own guidelines have it:
 * {@code /EREF/1234//CNTP/NL86INGB0002445588/INGBNL2A/NAME///REMI/USTD//text/}.
 */
final class CodedFields {
    private static final WordSet CODES = WordSet.of(
            "EREF",
            "KREF",
            "IREF",
            "PREF",
            "MARF",
            "MREF",
            "CSID",
            "CNTP",
            "REMI",
            "PURP",
            "TRTP",
            "TRCD",
            "IBAN",
            "BIC",
            "NAME",
            "BENM",
            "ORDP",
            "ADDR",
            "ISDT",
            "ULTC",
            "ULTD",
            "ULTB",
            "RTRN",
            "CDTRREFTP",
            "CDTRREF",
            "CD",
            "ISSR",
            "ID",
            "INIT",
            "BUSP",
            "OCMT",
            "CHGS",
            "EXCH",
            "CHGS1",
            "SVCL",
            "UDTR",
            "SUM",
            "NRTX",
            "PY",
            "ROC",
            "OREF",
            "TXID",
            "SWKZ",
            "VOLG",
            "INFO",
            "ACCW");

    private static final int LONGEST_CODE = 9;
    private static final String UNSTRUCTURED = "USTD//";
    private static final String STRUCTURED = "STRD/";

    private CodedFields() {}

    /** Whether a text is in this form. */
    static boolean isIn(String text) {
        return codeEnd(text, 0) > 0;
    }

    /**
     * Takes the facts out of a text.
     *
     * @param text without line feeds
     */
    static void take(String text, Facts facts) {
        int end = codeEnd(text, 0);
        int from = 0;
        while (end > 0) {
            int next = next(text, end);
            String code = text.substring(from + 1, end);
            tell(code, value(text, end + 1, next), facts);
            from = next;
            end = next < text.length() ? codeEnd(text, next) : 0;
        }
    }

    private static void tell(String code, String value, Facts facts) {
        switch (code) {
            case "EREF", "OREF" -> facts.reference(Reference.Type.END_TO_END, value);
            case "KREF", "IREF", "ROC" -> facts.reference(Reference.Type.CUSTOMER, value);
            case "PREF" -> facts.reference(Reference.Type.BATCH, value);
            case "TXID" -> facts.reference(Reference.Type.BANK, value);
            case "CDTRREF" -> facts.reference(Reference.Type.CREDITOR, value);
            case "IBAN", "ACCW" -> facts.account(value);
            case "BIC" -> facts.bic(value);
            case "NAME" -> facts.name(value);
            case "CNTP" -> counterparty(value, facts);
            case "REMI" -> remittance(value, facts);
            case "TRTP", "INFO" -> facts.text(value);
            case "MARF", "MREF", "CSID", "RTRN", "ULTC", "ULTD", "ULTB", "UDTR" -> {
                if (!value.isBlank()) {
                    facts.text(code + " " + value);
                }
            }
            case "TRCD" -> facts.code(value);
            case "OCMT" -> facts.original(value);
            default -> {
                // addresses, dates, purposes: of no use to matching
            }
        }
    }

    /** Account, BIC, name and place of the other side. */
    private static void counterparty(String value, Facts facts) {
        int account = slash(value, 0);
        int bic = slash(value, account + 1);
        int name = slash(value, bic + 1);
        facts.account(value.substring(0, account));
        facts.bic(part(value, account + 1, bic));
        facts.name(part(value, bic + 1, name));
    }

    private static void remittance(String value, Facts facts) {
        if (value.startsWith(UNSTRUCTURED)) {
            facts.text(value.substring(UNSTRUCTURED.length()));
        } else if (value.startsWith(STRUCTURED)) {
            facts.reference(Reference.Type.CREDITOR, value.substring(value.lastIndexOf('/') + 1));
        } else {
            facts.text(value);
        }
    }

    private static int slash(String text, int from) {
        int slash = from > text.length() ? -1 : text.indexOf('/', from);
        return slash < 0 ? text.length() : slash;
    }

    private static String part(String text, int from, int to) {
        return from < to ? text.substring(from, to) : "";
    }

    /** The value without the slashes behind it. */
    private static String value(String text, int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == '/') {
            end--;
        }
        return from < end ? text.substring(from, end) : "";
    }

    /** Where the next code begins, at its slash; the text's end when there is none. */
    private static int next(String text, int from) {
        int slash = text.indexOf('/', from);
        while (slash >= 0 && codeEnd(text, slash) == 0) {
            slash = text.indexOf('/', slash + 1);
        }
        return slash < 0 ? text.length() : slash;
    }

    /** Where the code ends, at its second slash, whose first slash is at this index; 0 when there is no code. */
    private static int codeEnd(String text, int slash) {
        if (slash >= text.length() || text.charAt(slash) != '/') {
            return 0;
        }
        int i = slash + 1;
        while (i < text.length() && i - slash <= LONGEST_CODE && isCodeLetter(text.charAt(i))) {
            i++;
        }
        boolean ends = i < text.length() && text.charAt(i) == '/' && i > slash + 1;
        return ends && CODES.contains(text, slash + 1, i) ? i : 0;
    }

    private static boolean isCodeLetter(char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }
}
