package org.tickmark.importer.camt;

/** Makes messages for tests; accounts and parties are invented. */
final class Camt {
    static final String ACCOUNT = "<Acct><Id><IBAN>NO9386011117947</IBAN></Id><Ccy>NOK</Ccy></Acct>";

    private Camt() {}

    /** A camt.053 of one statement, with an account and this content. */
    static String statement(String content) {
        return message("BkToCstmrStmt", "Stmt", content);
    }

    /** A message of one statement, report or notification, with an account and this content. */
    static String message(String message, String part, String content) {
        return document(message, "<" + part + "><Id>S1</Id>" + ACCOUNT + content + "</" + part + ">");
    }

    /** A document with a message of this content. */
    static String document(String message, String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
                <%1$s><GrpHdr><MsgId>M1</MsgId></GrpHdr>
                %2$s
                </%1$s>
                </Document>
                """.formatted(message, content);
    }

    /** Opening and closing, both in credit. */
    static String balances(String opening, String closing) {
        return balance("OPBD", opening, "CRDT") + balance("CLBD", closing, "CRDT");
    }

    /** A balance in NOK. */
    static String balance(String type, String amount, String direction) {
        return balance(type, amount, "<CdtDbtInd>" + direction + "</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt>", "NOK");
    }

    /** A balance with what follows its amount. */
    static String balance(String type, String amount, String rest, String currency) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"" + currency + "\">" + amount
                + "</Amt>" + rest + "</Bal>\n";
    }

    /** A booked entry in NOK. */
    static String entry(String amount, String direction) {
        return entry(amount, direction, "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-02</Dt></BookgDt>");
    }

    /** An entry in NOK with what follows its direction. */
    static String entry(String amount, String direction, String rest) {
        return "<Ntry><Amt Ccy=\"NOK\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd>" + rest
                + "</Ntry>\n";
    }
}
