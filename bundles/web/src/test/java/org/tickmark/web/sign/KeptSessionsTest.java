package org.tickmark.web.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.testkit.ManualClock;

/** Sessions over a restart of the server. */
class KeptSessionsTest {
    @TempDir
    Path folder;

    private final ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");

    private Sessions.Opened opened(Sessions sessions) {
        User kari = new User("kari", "", "", Set.of(Role.VIEWER), new TreeSet<>(), Optional.empty());
        UserStatus status = new UserStatus(kari, Optional.empty(), true, clock.instant(), Optional.empty(), 3);
        return sessions.open(status, "192.0.2.7", "a browser; of 100% words");
    }

    private Path file() {
        return folder.resolve("secrets/sessions");
    }

    private Sessions restarted(Sessions before) {
        new KeptSessions(file()).keep(before);
        Sessions after = new Sessions(clock);
        new KeptSessions(file()).giveBack(after);
        return after;
    }

    @Test
    void whoWasSignedInStaysSoOverARestart() {
        Sessions before = new Sessions(clock);
        Sessions.Opened opened = opened(before);
        clock.advance(Duration.ofMinutes(5));

        Session after = restarted(before).find(opened.secret()).orElseThrow();

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("tabs", "notices")
                .isEqualTo(opened.session());
        assertThat(after.isFormKey(opened.session().formKey())).isTrue();
    }

    @Test
    void aSessionThatHasEndedStaysEnded() {
        Sessions before = new Sessions(clock);
        Sessions.Opened closed = opened(before);
        before.close(closed.session());
        Sessions.Opened idle = opened(before);
        clock.advance(Sessions.IDLE.plusSeconds(1));

        Sessions after = restarted(before);

        assertThat(after.find(closed.secret())).isEmpty();
        assertThat(after.find(idle.secret())).isEmpty();
    }

    @Test
    void aKilledServerComesBackWithNobodySignedIn() {
        Sessions before = new Sessions(clock);
        Sessions.Opened opened = opened(before);
        restarted(before);

        Sessions afterTheKill = new Sessions(clock);
        new KeptSessions(file()).giveBack(afterTheKill);

        assertThat(afterTheKill.find(opened.secret())).isEmpty();
    }

    @Test
    void a28_theFileIsItsOwnersAloneAndHoldsNothingToSignInWith() throws Exception {
        Sessions before = new Sessions(clock);
        Sessions.Opened opened = opened(before);

        new KeptSessions(file()).keep(before);

        assertThat(Files.readString(file()))
                .contains(opened.session().id())
                .doesNotContain(opened.secret())
                .doesNotContain(opened.session().formKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsNoSessionIsLeftOut() throws Exception {
        Sessions before = new Sessions(clock);
        Sessions.Opened opened = opened(before);
        KeptSessions kept = new KeptSessions(file());
        kept.keep(before);
        Files.writeString(file(), "what is this\nhash id kari one %zz 2026 x y\n", StandardOpenOption.APPEND);
        Sessions after = new Sessions(clock);

        kept.giveBack(after);

        assertThat(after.all()).hasSize(1);
        assertThat(after.find(opened.secret())).isPresent();
    }
}
