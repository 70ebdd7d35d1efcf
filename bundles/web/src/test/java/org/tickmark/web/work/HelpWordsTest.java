package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Permission;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.workbench.Html;

/** Texts of commands as a browser shows them. */
class HelpWordsTest {
    private final CommandSpec undo = CommandSpec.of("cal", "undo", Fakes.words("undoes"), Permission.BOOKS_READ)
            .argument("CHANGE", Fakes.words("which"), ValueKind.INTEGER, Cardinality.ONE)
            .option("dry-run", Fakes.words("only tells"), ValueKind.TEXT)
            .build();

    private String written(String text) {
        Html html = new Html();
        new HelpWords(List.of(undo), undo.options(), name -> "Try only").write(html, text);
        return html.written();
    }

    @Test
    void aCommandIsALinkToItsFormWithTheNumberBehindIt() {
        assertThat(written("undo: cal undo 3."))
                .isEqualTo("undo: <a href=\"/do/cal/undo?arg.CHANGE=3\">cal undo 3</a>.");
        assertThat(written("see cal undo")).isEqualTo("see <a href=\"/do/cal/undo\">cal undo</a>");
        assertThat(written("cal undone, local undo <b>")).isEqualTo("cal undone, local undo &lt;b&gt;");
    }

    @Test
    void anOptionIsCalledAsItsFieldIs() {
        assertThat(written("with --dry-run or --other")).isEqualTo("with “Try only” or --other");
    }

    @Test
    void theUsualChoiceIsCalledAsInItsList() {
        List<String> words = List.of("this", "all");
        assertThat(HelpWords.ofChoice("how much of this (vanligvis this)", words, word -> "bare denne"))
                .isEqualTo("how much of this (vanligvis bare denne)");
        assertThat(HelpWords.ofChoice("(usually that)", words, word -> "?")).isEqualTo("(usually that)");
    }
}
