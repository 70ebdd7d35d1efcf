package org.tickmark.launcher.it;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Writes statements of a bank as camt.053.001.08 (ISO 20022). */
final class CamtText {
    private final String iban;
    private final String currency;
    private final StringBuilder text = new StringBuilder();

    private CamtText(String iban, String currency) {
        this.iban = iban;
        this.currency = currency;
    }

    /**
     * One statement.
     *
     * @param id its name at the bank
     * @param opening the balance that it states before the payments
     * @param closing the balance that it states after them
     */
    record Statement(
            String id, LocalDate from, LocalDate to, BigDecimal opening, BigDecimal closing, List<Payment> payments) {}

    static String of(String iban, String currency, Statement statement) {
        return new CamtText(iban, currency).document(statement);
    }

    private String document(Statement statement) {
        text.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
                <BkToCstmrStmt>
                <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%3$sT23:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>%1$s</Id><CreDtTm>%3$sT23:00:00Z</CreDtTm>
                <FrToDt><FrDtTm>%2$sT00:00:00Z</FrDtTm><ToDtTm>%3$sT23:59:59Z</ToDtTm></FrToDt>
                <Acct><Id><IBAN>%4$s</IBAN></Id><Ccy>%5$s</Ccy></Acct>
                """.formatted(statement.id(), statement.from(), statement.to(), iban, currency));
        balance("OPBD", statement.opening(), statement.from());
        balance("CLBD", statement.closing(), statement.to());
        statement.payments().forEach(this::entry);
        return text.append("</Stmt></BkToCstmrStmt></Document>\n").toString();
    }

    private void balance(String type, BigDecimal amount, LocalDate day) {
        text.append("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>%s<Dt><Dt>%s</Dt></Dt></Bal>%n"
                .formatted(type, amount(amount), day));
    }

    private void entry(Payment payment) {
        text.append("<Ntry>").append(amount(payment.amount()));
        text.append("<Sts><Cd>BOOK</Cd></Sts>");
        text.append("<BookgDt><Dt>%1$s</Dt></BookgDt><ValDt><Dt>%1$s</Dt></ValDt>".formatted(payment.day()));
        element("AcctSvcrRef", payment.bankReference());
        text.append("<NtryDtls><TxDtls><RmtInf>");
        element("Ustrd", payment.text());
        if (!payment.reference().isEmpty()) {
            text.append("<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>");
            element("Ref", payment.reference());
            text.append("</CdtrRefInf></Strd>");
        }
        text.append("</RmtInf></TxDtls></NtryDtls></Ntry>\n");
    }

    private String amount(BigDecimal amount) {
        return "<Amt Ccy=\"%s\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
                .formatted(currency, amount.abs().toPlainString(), amount.signum() < 0 ? "DBIT" : "CRDT");
    }

    private void element(String name, String value) {
        if (!value.isEmpty()) {
            text.append('<').append(name).append('>').append(value);
            text.append("</").append(name).append('>');
        }
    }
}
