package org.tickmark.example.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a statement as camt.053.001.08 (ISO 20022, bank to customer statement), one element a line where it has text. */
final class CamtFile {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final String CREATED = "2026-06-01T02:15:00+02:00";
    private static final String CURRENCY = "SEK";

    private final XMLStreamWriter xml;
    private int depth;

    private CamtFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(Statement statement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new CamtFile(xml).document(statement);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void document(Statement statement) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        within("Document", () -> {
            xml.writeDefaultNamespace(NAMESPACE);
            within("BkToCstmrStmt", () -> {
                within("GrpHdr", () -> {
                    text("MsgId", "EXB20260601021500");
                    text("CreDtTm", CREATED);
                });
                within("Stmt", () -> statement(statement));
            });
        });
        xml.writeEndDocument();
    }

    private void statement(Statement statement) throws XMLStreamException {
        text("Id", "EXB-2026-05");
        text("ElctrncSeqNb", "5");
        text("CreDtTm", CREATED);
        within("FrToDt", () -> {
            text("FrDtTm", May2026.FIRST_DAY + "T00:00:00+02:00");
            text("ToDtTm", May2026.LAST_DAY + "T23:59:59+02:00");
        });
        within("Acct", this::account);
        balance("OPBD", statement.opening(), May2026.FIRST_DAY);
        balance("CLBD", statement.closing(), May2026.LAST_DAY);
        within("TxsSummry", () -> summary(statement));
        int number = 1;
        for (BankEntry entry : statement.entries()) {
            int ordinal = number++;
            within("Ntry", () -> entry(entry, ordinal));
        }
    }

    private void account() throws XMLStreamException {
        within("Id", () -> text("IBAN", May2026.IBAN));
        text("Ccy", CURRENCY);
        within("Ownr", () -> {
            text("Nm", May2026.COMPANY);
            within(
                    "Id",
                    () -> within(
                            "OrgId", () -> within("Othr", () -> text("Id", May2026.ORGANISATION.replace("-", "")))));
        });
        within(
                "Svcr",
                () -> within("FinInstnId", () -> {
                    text("BICFI", "EXMPSES0");
                    text("Nm", "Exempelbanken");
                }));
    }

    private void balance(String type, BigDecimal amount, LocalDate date) throws XMLStreamException {
        within("Bal", () -> {
            within("Tp", () -> within("CdOrPrtry", () -> text("Cd", type)));
            amount(amount);
            within("Dt", () -> text("Dt", date.toString()));
        });
    }

    private void summary(Statement statement) throws XMLStreamException {
        BigDecimal net = statement.sum(entry -> true);
        within("TtlNtries", () -> {
            text("NbOfNtries", Long.toString(statement.count(entry -> true)));
            text("Sum", absoluteSum(statement, entry -> true).toPlainString());
            within("TtlNetNtry", () -> {
                text("Amt", net.abs().toPlainString());
                text("CdtDbtInd", indicator(net));
            });
        });
        total("TtlCdtNtries", statement, BankEntry::credit);
        total("TtlDbtNtries", statement, entry -> !entry.credit());
    }

    private void total(String name, Statement statement, Predicate<BankEntry> which) throws XMLStreamException {
        within(name, () -> {
            text("NbOfNtries", Long.toString(statement.count(which)));
            text("Sum", absoluteSum(statement, which).toPlainString());
        });
    }

    private static BigDecimal absoluteSum(Statement statement, Predicate<BankEntry> which) {
        BigDecimal credits = statement.sum(which.and(BankEntry::credit));
        BigDecimal debits = statement.sum(which.and(entry -> !entry.credit()));
        return credits.subtract(debits);
    }

    private void entry(BankEntry entry, int ordinal) throws XMLStreamException {
        text("NtryRef", Integer.toString(ordinal));
        amount(entry.amount());
        if (entry.kind() == BankEntry.Kind.RETURNED) {
            text("RvslInd", "true");
        }
        within("Sts", () -> text("Cd", "BOOK"));
        within("BookgDt", () -> text("Dt", entry.date().toString()));
        within("ValDt", () -> text("Dt", entry.date().toString()));
        text("AcctSvcrRef", bankReference(entry, ordinal));
        within("BkTxCd", () -> within("Domn", () -> code(entry.kind())));
        within("NtryDtls", () -> details(entry));
    }

    private static String bankReference(BankEntry entry, int ordinal) {
        return "EXB" + entry.date().format(DateTimeFormatter.BASIC_ISO_DATE) + "N" + ordinal;
    }

    private void code(BankEntry.Kind kind) throws XMLStreamException {
        text("Cd", kind.domain);
        within("Fmly", () -> {
            text("Cd", kind.family);
            text("SubFmlyCd", kind.subFamily);
        });
    }

    private void details(BankEntry entry) throws XMLStreamException {
        if (!entry.batch().isEmpty()) {
            within("Btch", () -> text("PmtInfId", entry.batch()));
        }
        within("TxDtls", () -> {
            within("Refs", () -> text("EndToEndId", entry.endToEnd().isEmpty() ? "NOTPROVIDED" : entry.endToEnd()));
            amount(entry.amount());
            if (!entry.party().isEmpty()) {
                within(
                        "RltdPties",
                        () -> within(
                                entry.credit() ? "Dbtr" : "Cdtr",
                                () -> within("Pty", () -> text("Nm", entry.party()))));
            }
            if (!entry.ocr().isEmpty() || !entry.text().isEmpty()) {
                within("RmtInf", () -> remittance(entry));
            }
        });
    }

    private void remittance(BankEntry entry) throws XMLStreamException {
        if (!entry.text().isEmpty()) {
            text("Ustrd", entry.text());
        }
        if (!entry.ocr().isEmpty()) {
            within(
                    "Strd",
                    () -> within("CdtrRefInf", () -> {
                        within("Tp", () -> within("CdOrPrtry", () -> text("Cd", "SCOR")));
                        text("Ref", entry.ocr());
                    }));
        }
    }

    private void amount(BigDecimal amount) throws XMLStreamException {
        indent();
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", CURRENCY);
        xml.writeCharacters(amount.abs().toPlainString());
        xml.writeEndElement();
        text("CdtDbtInd", indicator(amount));
    }

    private static String indicator(BigDecimal amount) {
        return amount.signum() < 0 ? "DBIT" : "CRDT";
    }

    private void text(String name, String value) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void within(String name, Content content) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        depth++;
        content.write();
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** What stands inside an element. */
    private interface Content {
        void write() throws XMLStreamException;
    }
}
