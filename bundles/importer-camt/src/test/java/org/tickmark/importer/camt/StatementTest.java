package org.tickmark.importer.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

class StatementTest {
    @Test
    void readsWhatAStatementSaysOfItself() {
        StatementHeader header = header("""
                <Id>2026-11</Id><ElctrncSeqNb>217</ElctrncSeqNb><LglSeqNb>3</LglSeqNb><CreDtTm>2026-11-30T18:00:00+01:00</CreDtTm>
                <FrToDt><FrDtTm>2026-11-01T00:00:00</FrDtTm><ToDtTm>2026-11-30T23:59:59</ToDtTm></FrToDt>
                <Acct><Id><IBAN>NO93 8601 1117 947</IBAN></Id><Ccy>NOK</Ccy>
                  <Ownr><Nm>Havn AS</Nm><Id><OrgId><AnyBIC>HAVNNO22</AnyBIC><Othr><Id>998877665</Id></Othr></OrgId></Id></Ownr></Acct>
                """);

        assertThat(header.kind()).isEqualTo(Kind.STATEMENT);
        assertThat(header.id()).isEqualTo("2026-11");
        assertThat(header.sequence()).hasValue(217L);
        assertThat(header.createdAt()).hasValue(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(header.from()).hasValue(LocalDate.of(2026, 11, 1));
        assertThat(header.to()).hasValue(LocalDate.of(2026, 11, 30));
        assertThat(header.account()).isEqualTo(AccountId.iban("NO9386011117947"));
        assertThat(header.currency()).isEqualTo("NOK");
        assertThat(header.owner()).isEqualTo("998877665");
        assertThat(header.page()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<IBAN>NO9386011117947</IBAN>, IBAN, NO9386011117947",
        "<Othr><Id>8601 11 17947</Id></Othr>, BBAN, 86011117947",
        "<Othr><Id>5551-1113</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr>, BANKGIRO, 5551-1113",
        "<Othr><Id>86011117947</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>, BBAN, 86011117947",
        "<PrtryAcct><Id>86011117947</Id></PrtryAcct>, BBAN, 86011117947",
        "'', NONE, ''"
    })
    void readsTheAccountOfEveryVersion(String element, AccountId.Scheme scheme, String number) {
        StatementHeader header = header("<Acct><Id>" + element + "</Id></Acct>");

        assertThat(header.account()).isEqualTo(new AccountId(scheme, number));
    }

    @Test
    void takesTheCurrencyFromAccountElseBalanceElseEntry() {
        String account = "<Acct><Id><IBAN>NO9386011117947</IBAN></Id></Acct>";
        String entry = Camt.entry("1", "CRDT");

        assertThat(header(Camt.ACCOUNT + Camt.balance("OPBD", "1", "", "SEK")).currency())
                .isEqualTo("NOK");
        assertThat(header(account + Camt.balance("OPBD", "1", "", "SEK") + entry)
                        .currency())
                .isEqualTo("SEK");
        assertThat(header(account + entry).currency()).isEqualTo("NOK");
        assertThat(header(account).currency()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BkToCstmrStmt, Stmt, STATEMENT",
        "BkToCstmrStmtV01, Stmt, STATEMENT",
        "BkToCstmrAcctRpt, Rpt, INTRADAY",
        "BkToCstmrDbtCdtNtfctn, Ntfctn, NOTIFICATION"
    })
    void knowsTheKindByTheMessage(String message, String part, Kind kind) {
        assertThat(Reader.statement(Camt.message(message, part, "")).header().kind())
                .isEqualTo(kind);
    }

    @Test
    void readsEveryStatementOfAMessage() {
        String one = "<Stmt><Id>1</Id>" + Camt.ACCOUNT + Camt.balances("1", "2") + Camt.entry("1", "CRDT") + "</Stmt>";
        String two = "<Stmt><Id>2</Id>" + Camt.ACCOUNT + Camt.balances("2", "1") + Camt.entry("1", "DBIT") + "</Stmt>";

        RecordingSink sink = Reader.read(Camt.document("BkToCstmrStmt", one + two));

        assertThat(sink.summaries()).containsExactly("NO9386011117947 NOK 1 > 2: 1", "NO9386011117947 NOK 2 > 1: -1");
        assertThat(sink.statements().get(1).entries().get(0).position()).isEqualTo("Stmt[2]/Ntry[1]");
    }

    @Test
    void findsTheMessageInsideAnEnvelopeAndUnderAnyPrefix() {
        String message = Camt.statement(Camt.balances("1", "1")).replaceFirst("<\\?xml.*\\?>\n", "");
        String envelope = "<BizMsgEnvlp xmlns=\"urn:any\"><Hdr><AppHdr><BizMsgIdr>1</BizMsgIdr></AppHdr></Hdr><Doc>"
                + message + "</Doc></BizMsgEnvlp>";
        String prefixed = message.replaceAll("<(/?)([A-Z])", "<$1c:$2").replace("xmlns=", "xmlns:c=");

        assertThat(Reader.read(envelope).summaries()).containsExactly("NO9386011117947 NOK 1 > 1:");
        assertThat(Reader.read(prefixed).summaries()).containsExactly("NO9386011117947 NOK 1 > 1:");
    }

    @Test
    void tellsControlTotalsOfBothShapes() {
        String older =
                "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>30.00</Sum><TtlNetNtryAmt>10.00</TtlNetNtryAmt>"
                        + "<CdtDbtInd>DBIT</CdtDbtInd></TtlNtries><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>10.00</Sum></TtlCdtNtries>"
                        + "<TtlDbtNtries><Sum>20.00</Sum></TtlDbtNtries></TxsSummry>";
        String newer =
                "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><TtlNetNtry><Amt>10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
                        + "</TtlNetNtry></TtlNtries></TxsSummry>";
        String entries = Camt.entry("10.00", "CRDT") + Camt.entry("20.00", "DBIT");

        assertThat(Reader.statement(Camt.statement(older + entries)).controls())
                .containsExactly(new ControlTotals(
                        Optional.of(2L),
                        Optional.of(new BigDecimal("-10.00")),
                        Optional.of(new BigDecimal("10.00")),
                        Optional.of(new BigDecimal("20.00"))));
        assertThat(Reader.statement(Camt.statement(newer + entries)).controls())
                .containsExactly(new ControlTotals(
                        Optional.of(2L), Optional.of(new BigDecimal("-10.00")), Optional.empty(), Optional.empty()));
    }

    @Test
    void tellsNoControlTotalsWhereTheyCountEntriesThatAreNotBooked() {
        String totals = "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries></TtlNtries></TxsSummry>";

        RecordedStatement statement =
                Reader.statement(Camt.statement(totals + Camt.entry("1", "CRDT", "<Sts>PDNG</Sts>")));

        assertThat(statement.controls()).isEmpty();
        assertThat(statement.count()).isZero();
    }

    @Test
    void takesThePageOfTheStatementBeforeThatOfTheMessage() {
        String own = "<StmtPgntn><PgNb>2</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>";

        assertThat(paged(own + Camt.ACCOUNT).page()).hasValue(2);
        assertThat(paged(own + Camt.ACCOUNT).lastPage()).isFalse();
        assertThat(paged(Camt.ACCOUNT + Camt.balance("ITBD", "1", "CRDT")).page())
                .hasValue(7);
        assertThat(paged(Camt.ACCOUNT + Camt.balances("1", "1")).page()).isEmpty();
    }

    @Test
    void leavesOutATimeThatIsNoInstant() {
        assertThat(header("<CreDtTm>2026-11-30T18:00:00</CreDtTm>" + Camt.ACCOUNT)
                        .createdAt())
                .isEmpty();
    }

    private static StatementHeader header(String content) {
        return Reader.statement(Camt.document("BkToCstmrStmt", "<Stmt>" + content + "</Stmt>"))
                .header();
    }

    private static StatementHeader paged(String content) {
        String group = "<GrpHdr><MsgPgntn><PgNb>7</PgNb><LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr>";
        return Reader.statement(Camt.document("BkToCstmrStmt", group + "<Stmt>" + content + "</Stmt>"))
                .header();
    }
}
