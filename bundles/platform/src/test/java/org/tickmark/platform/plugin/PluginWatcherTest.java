package org.tickmark.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.Plugins.State;
import org.tickmark.platform.plugin.PluginWatcher.Look;

final class PluginWatcherTest {
    private final List<String> log = new ArrayList<>();
    private final PluginWatcher watcher = new PluginWatcher(line -> log.add("I " + line), line -> log.add("W " + line));

    @Test
    void tellsOnceOfEachChangeInTheLifeOfAPlugin() {
        lookThrice(Map.of("pipe.jar", running("1.0.0", 1)));
        lookThrice(Map.of("pipe.jar", running("1.1.0", 2)));
        lookThrice(Map.of("pipe.jar", look("1.1.0", State.WAITING, "its component waits", 2)));
        lookThrice(Map.of("pipe.jar", running("1.1.0", 2)));
        lookThrice(Map.of());
        lookThrice(Map.of("pipe.jar", running("1.1.0", 2)));

        assertThat(log)
                .containsExactly(
                        "I Plugin com.example.pipe 1.0.0 started (pipe.jar): format:pipe",
                        "I Plugin com.example.pipe 1.1.0 upgraded from 1.0.0 (pipe.jar): format:pipe",
                        "W Plugin file pipe.jar could not be used, waiting: its component waits",
                        "I Plugin com.example.pipe 1.1.0 started (pipe.jar): format:pipe",
                        "I Plugin com.example.pipe removed (pipe.jar)",
                        "I Plugin com.example.pipe 1.1.0 started (pipe.jar): format:pipe");
    }

    @Test
    void tellsOfNewContentOfTheSameVersion() {
        lookThrice(Map.of("pipe.jar", running("1.0.0", 1)));
        lookThrice(Map.of("pipe.jar", running("1.0.0", 2)));

        assertThat(log.get(1)).startsWith("I Plugin com.example.pipe 1.0.0 upgraded from 1.0.0");
    }

    @Test
    void saysNothingOfWhatDoesNotLast() {
        watcher.look(Map.of("half.jar", look("", State.REJECTED, "the file is no jar", 1)));
        watcher.look(Map.of("half.jar", look("", State.REJECTED, "the file is no jar", 2)));
        watcher.look(Map.of("half.jar", look("1.0.0", State.STOPPED, "it has not been installed yet", 2)));
        watcher.look(Map.of());
        watcher.look(Map.of());

        assertThat(log).isEmpty();
    }

    @Test
    void warnsOfWhatCouldNotBeUsedAndTellsAgainWhenTheReasonChanges() {
        lookThrice(Map.of("bad.jar", look("", State.REJECTED, "the file is no jar", 1)));
        lookThrice(Map.of("bad.jar", look("1.0.0", State.UNRESOLVED, "it needs more", 2)));
        lookThrice(Map.of("bad.jar", look("1.0.0", State.STOPPED, "nobody has started it", 2)));

        assertThat(log)
                .containsExactly(
                        "W Plugin file bad.jar could not be used, rejected: the file is no jar",
                        "W Plugin file bad.jar could not be used, unresolved: it needs more",
                        "I Plugin com.example.pipe 1.0.0 is not started (bad.jar): nobody has started it");
    }

    private void lookThrice(Map<String, Look> looks) {
        for (int i = 0; i < 3; i++) {
            watcher.look(looks);
        }
    }

    private static Look running(String version, long changed) {
        return new Look(
                "com.example.pipe", version, State.RUNNING, List.of("format:pipe"), "", FileTime.fromMillis(changed));
    }

    private static Look look(String version, State state, String reason, long changed) {
        return new Look("com.example.pipe", version, state, List.of(), reason, FileTime.fromMillis(changed));
    }
}
