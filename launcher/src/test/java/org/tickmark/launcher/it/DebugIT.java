package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the debug adapter of an editor, which starts it as its child. */
class DebugIT {
    private static final String SCRIPT = """
        struct Point { Integer x; Integer y; };
        Point p;
        Integer total = 0;
        Integer twice(Integer n) {
          p.x = n * 2;
          return p.x;
        }
        for (Integer i = 1; i <= 4; i++) {
          total += twice(i);
        }
        printLine(getVariable("greeting") + " " + total.toString());
        """;

    private static final Pattern HEADER = Pattern.compile("Content-Length: (\\d+)\r\n\r\n");

    @TempDir
    Path temp;

    private Tickmark tickmark;
    private EditorSession editor;
    private Path script;

    @BeforeEach
    void create() throws Exception {
        tickmark = new Tickmark(temp);
        script = Files.writeString(temp.resolve("total.crm"), SCRIPT);
    }

    @AfterEach
    void killAll() throws InterruptedException {
        editor.kill();
        tickmark.killAll();
    }

    private void debug() throws Exception {
        editor = new EditorSession(tickmark.talkingTo("script", "debug", "--stdio"));
        editor.launch(script, Map.of("greeting", "Sum"));
        assertThat(editor.breakAt(script, 6, "n == 3").isVerified()).isTrue();
        editor.begin();
        editor.hears("stopped breakpoint");
        assertThat(editor.stack()).containsExactly("twice:6", "total.crm:9");
        assertThat(editor.inside("p")).contains("x=6");
        editor.stepOut();
        editor.hears("stopped step");
        editor.set("total", "1000");
        editor.goOn();
        editor.hears("output Sum 1008", "exited 0", "terminated");
        editor.disconnect();
        Result end = editor.end();
        assertThat(end.exitCode()).isZero();
        assertThat(end.err()).endsWith("The client has gone.\n");
        holdsTheProtocolOnly(end.out());
    }

    /** All characters are of ASCII: as many bytes. */
    private static void holdsTheProtocolOnly(String out) {
        Matcher header = HEADER.matcher(out);
        int at = 0;
        while (at < out.length()) {
            assertThat(header.find(at) && header.start() == at)
                    .as(out.substring(at))
                    .isTrue();
            at = header.end() + Integer.parseInt(header.group(1));
            assertThat(out.substring(header.end(), at)).startsWith("{").endsWith("}");
        }
        assertThat(at).isPositive().isEqualTo(out.length());
    }

    @Test
    void aScriptIsDebuggedWithNothingSetUp() throws Exception {
        debug();
    }

    @Test
    void aScriptIsDebuggedWhileAServerHoldsTheDirectory() throws Exception {
        Running server = tickmark.server();
        debug();
        editor = new EditorSession(tickmark.talkingTo("script", "debug", "--stdio", script.toString()));
        editor.launch(script, Map.of());
        editor.closeInput();
        assertThat(editor.end().exitCode()).isZero();
        assertThat(server.isAlive()).isTrue();
    }
}
