package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlScriptTest {
    @Test
    void endsAStatementAtASemicolonOrTheEnd() {
        assertThat(sql("SELECT 1;\n SELECT 2 ;;\nSELECT 3")).containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @Test
    void findsNothingInBlanksAndComments() {
        assertThat(sql(" -- nothing; here\n/* nor; /* here; */ ; */ ;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b', 'it''s; fine', ''",
                "SELECT \"odd;name\" FROM \"a\"\"b;c\"",
                "SELECT 1 -- not here;\n + 2",
                "SELECT 1 /* nor; /* here; */ ; */ + 2",
                "SELECT $$ a; 'b; $$ || $x$ $$; $x$",
                "SELECT '-- no comment; /*'",
                "SELECT 5-3, 6/2, $1",
            })
    void keepsASemicolonThatEndsNothing(String statement) {
        assertThat(sql(statement + ";")).containsExactly(statement);
    }

    @Test
    void takesADollarInsideANameForNoQuote() {
        assertThat(sql("SELECT a$$b; SELECT c$$d")).containsExactly("SELECT a$$b", "SELECT c$$d");
    }

    @Test
    void tellsTheLineOfTheFirstWord() {
        assertThat(SqlScript.split("-- head\n\nSELECT 1;\n/* two\nlines */ SELECT 2"))
                .extracting(SqlScript.Statement::line)
                .containsExactly(3, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n'a", "\n\"a", "\n/* a /* */", "\n$$ a $", "\n$x$ a $$"})
    void refusesWhatDoesNotEnd(String text) {
        assertThatThrownBy(() -> SqlScript.split(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2");
    }

    private static List<String> sql(String text) {
        return SqlScript.split(text).stream().map(SqlScript.Statement::sql).toList();
    }
}
