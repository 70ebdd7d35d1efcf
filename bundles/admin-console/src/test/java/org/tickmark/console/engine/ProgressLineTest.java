package org.tickmark.console.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Progress;
import org.tickmark.testkit.ManualClock;

class ProgressLineTest {
    private final ManualClock clock = ManualClock.at("2026-06-01T08:00:00Z");
    private final FakeTerminal terminal = new FakeTerminal();

    @Test
    void onAScreenALineIsDrawnAnewTenTimesASecondAtMost() {
        ProgressLine progress = new ProgressLine(terminal.onAScreen(), Locale.ENGLISH, clock);
        for (int row = 0; row < 1000; row++) {
            clock.advance(Duration.ofMillis(1));
            progress.update(FakeCommand.text("Reading"), row, 2000);
        }
        assertThat(terminal.statuses()).hasSize(10);
        assertThat(terminal.statuses().get(9))
                .isEqualTo("Reading  [#########...........]  49 %  999/2,000  1,000/s  2 s left");
        progress.end();
        assertThat(terminal.statuses()).last().isEqualTo("");
    }

    @Test
    void elsewhereAPlainLineIsWrittenEveryTenSeconds() {
        Locale norwegian = Locale.forLanguageTag("nb");
        ProgressLine progress = new ProgressLine(terminal, norwegian, clock);
        for (int second = 1; second <= 25; second++) {
            clock.advance(Duration.ofSeconds(1));
            progress.update(FakeCommand.text("Leser"), second * 100L, Progress.UNKNOWN);
        }
        progress.end();
        assertThat(terminal.statuses()).hasSize(2);
        assertThat(terminal.statuses().get(0))
                .startsWith("Leser  1")
                .endsWith("/s")
                .doesNotContain("[");
    }

    @Test
    void aShareIsShownWithoutCountsThatSayNothing() {
        Locale swedish = Locale.forLanguageTag("sv");
        ProgressLine progress = new ProgressLine(terminal.onAScreen(), swedish, clock);
        progress.share(FakeCommand.text("Fil 1 av 2"), 0, 3_000_000);
        clock.advance(Duration.ofSeconds(10));
        progress.share(FakeCommand.text("Fil 1 av 2"), 1_000_000, 3_000_000);
        assertThat(terminal.statuses()).last().isEqualTo("Fil 1 av 2  [######..............]  33 %  20 s kvar");
    }

    @Test
    void shortWorkShowsNothing() {
        ProgressLine progress = new ProgressLine(terminal, Locale.ENGLISH, clock);
        progress.update(FakeCommand.text("Reading"), 1, 1);
        progress.end();
        assertThat(terminal.statuses()).isEmpty();
    }

    @Test
    void longWorkTellsMinutesAndHours() {
        ProgressLine progress = new ProgressLine(terminal.onAScreen(), Locale.ENGLISH, clock);
        progress.update(FakeCommand.text("Reading"), 0, 10_000);
        clock.advance(Duration.ofSeconds(1));
        progress.update(FakeCommand.text("Reading"), 100, 10_000);
        assertThat(terminal.statuses()).last().asString().endsWith("1 min 39 s left");
        progress.update(FakeCommand.text("Writing"), 0, 10_000_000);
        clock.advance(Duration.ofSeconds(10));
        progress.update(FakeCommand.text("Writing"), 10_000, 10_000_000);
        assertThat(terminal.statuses()).last().asString().endsWith("2 h 46 min left");
    }
}
