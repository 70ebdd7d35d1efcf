package org.tickmark.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.kit.text.TextTable.Align;
import org.tickmark.kit.text.TextTable.Overflow;

class TextTableTest {
    @Test
    void alignsColumns() {
        TextTable table = TextTable.of(Align.LEFT, Align.RIGHT, Align.LEFT)
                .header("Name", "Amount", "State")
                .row("Åsa", "1,250.00", "open")
                .row("Bo", "-7.50", "");

        assertThat(table.text()).isEqualTo("""
                        Name    Amount  State
                        ----  --------  -----
                        Åsa   1,250.00  open
                        Bo       -7.50
                        """);
    }

    @Test
    void doesWithoutHeadings() {
        TextTable table =
                TextTable.of(List.of(Align.LEFT, Align.RIGHT)).row("a", "1").row("bcd", "10");

        assertThat(table.text()).isEqualTo("a     1\nbcd  10\n");
        assertThat(TextTable.of(Align.LEFT).text()).isEmpty();
    }

    @Test
    void alignsWideAndCombiningCharacters() {
        TextTable table = TextTable.of(Align.LEFT, Align.LEFT)
                .row("日本", "x")
                .row("A\u030asa", "x")
                .row("👍", "x");

        assertThat(table.text()).isEqualTo("日本  x\nA\u030asa   x\n👍    x\n");
    }

    @Test
    void cutsTheWidestTextToFit() {
        TextTable table = TextTable.of(Align.LEFT, Align.LEFT, Align.RIGHT)
                .header("Text", "Id", "Amount")
                .row("a rather long text from the bank", "R-1", "1,250.00");

        assertThat(table.text(40, Overflow.ELLIPSIS)).isEqualTo("""
                        Text                       Id     Amount
                        -------------------------  ---  --------
                        a rather long text from …  R-1  1,250.00
                        """);
        assertThat(table.text(40, Overflow.ELLIPSIS).lines()).allMatch(line -> DisplayWidth.of(line) <= 40);
    }

    @Test
    void wrapsAtBlanksAndInsideLongWords() {
        TextTable table = TextTable.of(Align.LEFT, Align.RIGHT)
                .row("a rather long text from thebankwithoutblanks\nand a second line", "1.00")
                .row("short", "22.00");

        assertThat(table.text(22, Overflow.WRAP)).isEqualTo("""
                        a rather long     1.00
                        text from
                        thebankwithoutb
                        lanks
                        and a second
                        line
                        short            22.00
                        """);
    }

    @Test
    void neverCutsNumbers() {
        TextTable table = TextTable.of(Align.LEFT, Align.RIGHT).row("a long enough text", "1234567890123.00");

        assertThat(table.text(10, Overflow.ELLIPSIS)).isEqualTo("a long …  1234567890123.00\n");
        assertThat(table.text(10, Overflow.WRAP)).contains("1234567890123.00");
    }

    @Test
    void letsNoTextSteerTheTerminal() {
        TextTable table =
                TextTable.of(Align.LEFT, Align.LEFT).row("\u001b[31mred\u001b[0m\t\r", "a\u202eb\u2066c\u0085\u0000");

        assertThat(table.text()).isEqualTo("\ufffd[31mred\ufffd[0m \ufffd  a\ufffdb\ufffdc\ufffd\ufffd\n");
    }

    @Test
    void joinsLinesWhenItCuts() {
        assertThat(TextTable.of(Align.LEFT).row("a\nb").text()).isEqualTo("a b\n");
        assertThat(TextTable.of(Align.LEFT).row("a\nb").text(80, Overflow.WRAP)).isEqualTo("a\nb\n");
    }

    @Test
    void breaksAlsoWhereACharacterIsWiderThanTheColumn() {
        TextTable table = TextTable.of(Align.LEFT).row("日".repeat(20));

        assertThat(table.text(9, Overflow.WRAP).lines()).hasSize(5).allMatch(line -> line.length() == 4);
    }

    @Test
    void refusesRowsThatDoNotFitTheColumns() {
        assertThatThrownBy(() -> TextTable.of(Align.LEFT).row("a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 cells under 1 columns");
    }
}
