package org.tickmark.importer.camt;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.kit.xml.XmlCursor;

/** Reads one {@code TxDtls}, a payment inside an entry, and keeps what it tells. */
final class TransactionReader {
    private final XmlCursor xml;
    private final Fields fields;
    private final PartyReader debtor;
    private final PartyReader creditor;
    private final List<Money> amounts = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private Direction direction;
    private Money instructed;
    private String bankReference = "";
    private String code = "";

    TransactionReader(XmlCursor xml, Fields fields) {
        this.xml = xml;
        this.fields = fields;
        this.debtor = new PartyReader(xml);
        this.creditor = new PartyReader(xml);
    }

    /** Reads the element that the cursor has just entered, and leaves it. */
    void read() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Refs" -> readReferences();
                case "Amt" -> fields.money().ifPresent(money -> amounts.add(0, money));
                case "CdtDbtInd" -> direction = fields.direction().orElse(null);
                case "AmtDtls" -> amountDetails();
                case "BkTxCd" -> code = transactionCode(xml);
                case "RltdPties" -> parties();
                case "RltdAgts" -> agents();
                case "RmtInf" -> remittance();
                case "AddtlTxInf" -> addText(xml.text());
                case "RtrInf" -> returned();
                default -> xml.skip();
            }
        }
    }

    /** The references given. */
    List<Reference> references() {
        return references;
    }

    /** The lines of free text. */
    List<String> text() {
        return text;
    }

    /** The bank's own reference; empty when there is none. */
    String bankReference() {
        return bankReference;
    }

    /** The bank transaction code; empty when there is none. */
    String code() {
        return code;
    }

    /** What was instructed or transferred in another currency than the entry's. */
    Optional<Money> original(String currency) {
        if (instructed != null && isOther(instructed, currency)) {
            return Optional.of(instructed);
        }
        for (Money money : amounts) {
            if (isOther(money, currency)) {
                return Optional.of(money);
            }
        }
        return Optional.empty();
    }

    /**
     * The other side: who pays what comes in, who is paid what goes out. In a reversal the parties keep the roles they had in what is reversed.
     * Where the file names the account's owner there, or nobody, it is the one named in the other role.
     */
    Party otherSide(Direction entryDirection, boolean reversal, String ownAccount) {
        Direction way = direction != null ? direction : entryDirection;
        boolean paidToUs = (way == Direction.CREDIT) != reversal;
        Party likely = (paidToUs ? debtor : creditor).build();
        Party unlikely = (paidToUs ? creditor : debtor).build();
        boolean swap =
                (isNobody(likely) || isOwn(likely, ownAccount)) && !isNobody(unlikely) && !isOwn(unlikely, ownAccount);
        return swap ? unlikely : likely;
    }

    /** The payment as a detail of its entry; empty when it states no amount in the entry's currency. */
    Optional<EntryDetail> detail(Direction entryDirection, boolean reversal, String currency, String ownAccount) {
        return amountIn(currency)
                .map(amount -> new EntryDetail(
                        (direction != null ? direction : entryDirection).sign(amount),
                        references,
                        otherSide(entryDirection, reversal, ownAccount),
                        text));
    }

    private Optional<BigDecimal> amountIn(String currency) {
        for (Money money : amounts) {
            if (!isOther(money, currency)) {
                return Optional.of(money.amount());
            }
        }
        return instructed == null || isOther(instructed, currency)
                ? Optional.empty()
                : Optional.of(instructed.amount());
    }

    private void returned() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "AddtlInf" -> addText(xml.text());
                default -> xml.skip();
            }
        }
    }

    private void readReferences() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "EndToEndId", "UETR" -> addReference(Reference.Type.END_TO_END, xml.text());
                case "InstrId", "MndtId", "ChqNb", "AcctOwnrTxId" -> addReference(Reference.Type.CUSTOMER, xml.text());
                case "MsgId", "PmtInfId" -> addReference(Reference.Type.BATCH, xml.text());
                case "AcctSvcrRef" -> bankReference = given(xml.text());
                case "TxId", "AcctSvcrTxId", "ClrSysRef" -> addReference(Reference.Type.BANK, xml.text());
                case "Prtry" -> proprietaryReference();
                default -> xml.skip();
            }
        }
    }

    private void proprietaryReference() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Ref" -> addReference(Reference.Type.BANK, xml.text());
                default -> xml.skip();
            }
        }
    }

    private void amountDetails() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "InstdAmt" -> instructed = innerAmount().orElse(null);
                case "TxAmt", "CntrValAmt" -> innerAmount().ifPresent(amounts::add);
                default -> xml.skip();
            }
        }
    }

    private Optional<Money> innerAmount() throws IOException {
        Optional<Money> amount = Optional.empty();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Amt" -> amount = fields.money();
                default -> xml.skip();
            }
        }
        return amount;
    }

    private void parties() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Dbtr" -> debtor.party();
                case "DbtrAcct" -> debtor.account();
                case "UltmtDbtr" -> debtor.ultimateParty();
                case "Cdtr" -> creditor.party();
                case "CdtrAcct" -> creditor.account();
                case "UltmtCdtr" -> creditor.ultimateParty();
                default -> xml.skip();
            }
        }
    }

    private void agents() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "DbtrAgt" -> debtor.agent();
                case "CdtrAgt" -> creditor.agent();
                default -> xml.skip();
            }
        }
    }

    private void remittance() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Ustrd" -> addText(xml.text());
                case "Strd" -> structured();
                default -> xml.skip();
            }
        }
    }

    private void structured() throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "CdtrRefInf" -> numbered(Reference.Type.CREDITOR);
                case "RfrdDocInf" -> numbered(Reference.Type.INVOICE);
                case "AddtlRmtInf" -> addText(xml.text());
                default -> xml.skip();
            }
        }
    }

    /** The reference or document number in the element: the first version named them otherwise. */
    private void numbered(Reference.Type type) throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Ref", "CdtrRef", "Nb", "RfrdDocNb" -> addReference(type, xml.text());
                default -> xml.skip();
            }
        }
    }

    private void addReference(Reference.Type type, String value) {
        if (!given(value).isEmpty()) {
            references.add(new Reference(type, value));
        }
    }

    private void addText(String line) {
        if (!given(line).isEmpty()) {
            text.add(line);
        }
    }

    /** Reads {@code BkTxCd}: domain, family and sub-family joined by strokes, then what the bank says in its own words. */
    static String transactionCode(XmlCursor xml) throws IOException {
        StringBuilder code = new StringBuilder();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Domn", "Prtry" -> {
                    String part = codes(xml);
                    code.append(code.isEmpty() || part.isEmpty() ? "" : " ").append(part);
                }
                default -> xml.skip();
            }
        }
        return code.toString();
    }

    private static String codes(XmlCursor xml) throws IOException {
        StringBuilder joined = new StringBuilder();
        while (xml.nextChild()) {
            String part =
                    switch (xml.name()) {
                        case "Cd", "SubFmlyCd" -> xml.text();
                        case "Fmly" -> codes(xml);
                        default -> skipped(xml);
                    };
            joined.append(joined.isEmpty() || part.isEmpty() ? "" : "/").append(part);
        }
        return joined.toString();
    }

    private static String skipped(XmlCursor xml) throws IOException {
        xml.skip();
        return "";
    }

    /** The value, or nothing for the words that stand for none. */
    static String given(String value) {
        boolean isNone = value.equalsIgnoreCase("NOTPROVIDED")
                || value.equalsIgnoreCase("NONREF")
                || value.equalsIgnoreCase("NOREF");
        return isNone ? "" : value;
    }

    private static boolean isOther(Money money, String currency) {
        return !money.currency().isEmpty() && !money.currency().equals(currency);
    }

    private static boolean isNobody(Party party) {
        return party.name().isEmpty() && party.account().isEmpty();
    }

    private static boolean isOwn(Party party, String ownAccount) {
        return !party.account().isEmpty() && party.account().equalsIgnoreCase(ownAccount);
    }
}
