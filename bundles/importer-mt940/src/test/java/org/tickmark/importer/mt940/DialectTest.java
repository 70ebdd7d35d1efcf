package org.tickmark.importer.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;

class DialectTest {
    @Test
    void readsNumberedFields() {
        ImportedEntry entry = Mt.entryWithText("""
                166?00GUTSCHRIFT?100399?20EREF+Ende zu Ende 123456789?2101?22KRE
                F+K-77?23MREF+M-1?24SVWZ+Rechnung 4711 vom 02.1?251.2026 danke?30FJORDEFF100?31D
                E89370400440532013000?32Fjord und Fjell Handelsgese?33llschaft mbH?34000""");

        assertThat(entry.references())
                .containsExactly(
                        new Reference(Reference.Type.END_TO_END, "Ende zu Ende 12345678901"),
                        new Reference(Reference.Type.CUSTOMER, "K-77"));
        assertThat(entry.text()).containsExactly("GUTSCHRIFT", "MREF+M-1", "Rechnung 4711 vom 02.11.2026 danke");
        assertThat(entry.party())
                .isEqualTo(new Party(
                        "Fjord und Fjell Handelsgesellschaft mbH", "DE89370400440532013000", "FJORDEFF100", ""));
        assertThat(entry.transactionCode()).isEqualTo("NTRF+166");
    }

    @Test
    void endsALineOfPurposeWithAChunkThatIsNotFull() {
        assertThat(Mt.entryWithText("051?00SAMMLER?20ANZAHL POSTEN 94?21VOM 2.11.")
                        .text())
                .containsExactly("SAMMLER", "ANZAHL POSTEN 94", "VOM 2.11.");
    }

    @Test
    void readsSeveralWordsInOneChunk() {
        ImportedEntry entry = Mt.entryWithText("166?20EREF+NOTPROVIDED SVWZ+RATE?21NOVEMBER");

        assertThat(entry.references()).isEmpty();
        assertThat(entry.text()).containsExactly("RATE", "NOVEMBER");
    }

    @Test
    void readsNumberedFieldsWithOtherSeparators() {
        ImportedEntry polish =
                Mt.entryWithText("020<00PRZELEW<20FAKTURA 17<31PL61109010140000071219812874<32FIORD SP Z OO");
        ImportedEntry bare = Mt.entryWithText("^00PRZELEW^20FAKTURA 17^32FIORD^38PL61109010140000071219812874");

        assertThat(polish.text()).containsExactly("PRZELEW", "FAKTURA 17");
        assertThat(polish.party()).isEqualTo(new Party("FIORD SP Z OO", "PL61109010140000071219812874", "", ""));
        assertThat(bare.party()).isEqualTo(new Party("FIORD", "PL61109010140000071219812874", "", ""));
        assertThat(bare.transactionCode()).isEqualTo("NTRF");
    }

    @Test
    void takesBankAndAccountFromTheFirstLinesOfThePurpose() {
        ImportedEntry entry = Mt.entryWithText(
                "000>100000000000\n>20FJORNL2U\n>21NL91ABNA0417164300\n>22FIETSENMAKER JANSEN\n>319386011117947");

        assertThat(entry.party()).isEqualTo(new Party("", "NL91ABNA0417164300", "FJORNL2U", ""));
        assertThat(entry.text()).containsExactly("FIETSENMAKER JANSEN");
    }

    @Test
    void readsCodedFields() {
        ImportedEntry entry = Mt.entryWithText("""
                /EREF/E-1//MARF/M-1//CSID/NL98ZZZ999999990000//CNTP/NL91ABNA0417164300/A
                BNANL2A/Fjord en Fjell BV/Amsterdam//REMI/USTD//Factuur 17
                van 2/11/2026/""");

        assertThat(entry.references()).containsExactly(new Reference(Reference.Type.END_TO_END, "E-1"));
        assertThat(entry.party()).isEqualTo(new Party("Fjord en Fjell BV", "NL91ABNA0417164300", "ABNANL2A", ""));
        assertThat(entry.text()).containsExactly("MARF M-1", "CSID NL98ZZZ999999990000", "Factuur 17 van 2/11/2026");
    }

    @Test
    void readsCodedFieldsOfOtherBanks() {
        ImportedEntry entry = Mt.entryWithText("""
                /TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/FJORD
                /REMI/17/EREF/NOTPROVIDED""");
        ImportedEntry tax = Mt.entryWithText(
                "/EREF/1/BENM//NAME/Belasting/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/1234567899874563/ISDT/2026-11-02");

        assertThat(entry.party()).isEqualTo(new Party("FJORD", "NL91ABNA0417164300", "ABNANL2A", ""));
        assertThat(entry.text()).containsExactly("SEPA OVERBOEKING", "17");
        assertThat(entry.references()).isEmpty();
        assertThat(tax.references())
                .containsExactly(
                        new Reference(Reference.Type.END_TO_END, "1"),
                        new Reference(Reference.Type.CREDITOR, "1234567899874563"));
        assertThat(Mt.entryWithText("/REMI/STRD/CUR/9988776655/").references())
                .containsExactly(new Reference(Reference.Type.CREDITOR, "9988776655"));
    }

    @Test
    void keepsPlainLinesAsTheyAre() {
        ImportedEntry entry = Mt.entryWithText("INNBETALING 17\n  -1 AV 2\n\n2800 GJOVIK");

        assertThat(entry.text()).containsExactly("INNBETALING 17", "-1 AV 2", "2800 GJOVIK");
        assertThat(entry.party()).isEqualTo(Party.NONE);
    }

    @Test
    void findsWhatPlainTextNames() {
        ImportedEntry dutch = Mt.entryWithText("""
                SEPA OVERBOEKING                 IBAN: NL91ABNA0417164300
                BIC: ABNANL2A                    NAAM: FJORD EN FJELL BV
                BETALINGSKENM.: 1234123412341234
                KENMERK: 7541410""");
        ImportedEntry polish = Mt.entryWithText(
                "911 COLLECT; Z RACH.:\nPL61109010140000071219812874; OD: JAN FIORD  \nUL. 1; TYT.: ZA");
        ImportedEntry first = Mt.entryWithText("NL91ABNA0417164300 ABNANL2A FJORD kilometers");

        assertThat(dutch.party()).isEqualTo(new Party("FJORD EN FJELL BV", "NL91ABNA0417164300", "ABNANL2A", ""));
        assertThat(dutch.references())
                .containsExactly(
                        new Reference(Reference.Type.CREDITOR, "1234123412341234"),
                        new Reference(Reference.Type.END_TO_END, "7541410"));
        assertThat(dutch.text()).hasSize(4);
        assertThat(polish.party()).isEqualTo(new Party("JAN FIORD", "PL61109010140000071219812874", "", ""));
        assertThat(first.party()).isEqualTo(new Party("", "NL91ABNA0417164300", "ABNANL2A", ""));
    }

    @Test
    void isNotMisledByATimeOfDayThatIsBrokenInTwo() {
        ImportedEntry entry = Mt.entryWithText("106?20KART 2026-11-02T16\n:26:37 Fo?2117?32X");
        ImportedEntry likeATag = Mt.entryWithText("KORT 2026-11-02 12\n:20:15 OSLO");

        assertThat(entry.text()).containsExactly("KART 2026-11-02T16:26:37 Fo17");
        assertThat(likeATag.text()).containsExactly("KORT 2026-11-02 12", ":20:15 OSLO");
    }

    @Test
    void goesOnWithATextThatLooksLikeSomethingElse() {
        assertThat(Mt.entryWithText("A\n-B\n:KO:C\n-\n{x").text()).containsExactly("A", "-B", ":KO:C", "-", "{x");
    }
}
