package org.tickmark.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tickmark.kit.wire.Bytes;
import org.tickmark.kit.wire.ServerFrame;

class TerminalTest {
    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void redrawsTheStatusOnATerminal() {
        Terminal terminal = terminal("2", 80);

        terminal.status("1 of 3");
        terminal.status("2 of 3");
        terminal.status("");

        assertThat(err()).isEqualTo("1 of 3" + ERASE + "2 of 3" + ERASE);
    }

    @Test
    void takesTheStatusAwayBeforeOutput() throws IOException {
        Terminal terminal = terminal("12", 80);

        terminal.status("1 of 3");
        terminal.out(Bytes.of("row\n"));
        terminal.err(Bytes.of("careful\n"));

        assertThat(err()).isEqualTo("1 of 3" + ERASE + "careful\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("row\n");
    }

    @Test
    void doesNotLetTheStatusWrap() {
        terminal("2", 10).status("123456789012345");

        assertThat(err()).isEqualTo("123456789");
    }

    @Test
    void printsTheStatusAsLinesElsewhere() {
        Terminal terminal = terminal("", 0);

        terminal.status("1 of 3");
        terminal.status("");

        assertThat(err()).isEqualTo("1 of 3\n");
    }

    @Test
    void canKeepTheStatusToItself() {
        Terminal terminal = terminal("2", 80);

        terminal.hideStatus();
        terminal.status("1 of 3");

        assertThat(err()).isEmpty();
    }

    @Test
    void whatFollowsAnAnswerIsTheStandardInput() throws IOException {
        byte[] piped = "s3crét\r\nblåbær\n".getBytes(StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayInputStream(piped), out, err, "", 0);

        assertThat(terminal.ask(new ServerFrame.Ask("Secret:", true))).isEqualTo("s3crét");
        assertThat(terminal.readAll()).isEqualTo("blåbær\n");
        assertThat(terminal.ask(new ServerFrame.Ask("More?"))).isEmpty();
    }

    private Terminal terminal(String terminals, int columns) {
        return new Terminal(new ByteArrayInputStream(new byte[0]), out, err, terminals, columns);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
