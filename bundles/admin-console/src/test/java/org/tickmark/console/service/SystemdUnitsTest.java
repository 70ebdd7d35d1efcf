package org.tickmark.console.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemdUnitsTest {
    private static final Path HOME = Path.of("/opt/tickmark");
    private static final Path DATA = Path.of("/var/lib/tickmark");

    @Test
    void aServerMayWriteWhereItMustAndNowhereElse() {
        String server = units(DATA, Path.of("/srv/in/bank"), Path.of("/srv/in"), DATA.resolve("backups"))
                .get(SystemdUnits.SERVER);

        assertThat(server.lines())
                .contains(
                        "ExecStart=\"/opt/tickmark/bin/tickmark\" \"--data\" \"/var/lib/tickmark\" \"--config\""
                                + " \"/opt/tickmark/etc\" \"--plugins\" \"/opt/tickmark/plugins\" \"server\" \"--no-shell\"",
                        "User=tickmark",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "CapabilityBoundingSet=",
                        "Environment=LC_ALL=C.UTF-8");
        assertThat(server.lines().filter(line -> line.startsWith("ReadWritePaths=")))
                .containsExactly("ReadWritePaths=\"/var/lib/tickmark\"", "ReadWritePaths=\"-/srv/in\"");
        assertThat(server).doesNotContain("MemoryDenyWriteExecute=");
    }

    @Test
    void theTimerStartsTheNightRunAndMakesUpForLostNights() {
        Map<String, String> units = units(DATA);

        assertThat(units.get(SystemdUnits.TIMER))
                .contains("OnCalendar=Mon..Fri *-*-* 05:30:00 Europe/Oslo\n")
                .contains("Persistent=true\n")
                .contains("WantedBy=timers.target\n");
        assertThat(units.get(SystemdUnits.NIGHT))
                .contains("Type=oneshot\n")
                .contains("\"--quiet\" \"/A\" \"--wait-lock\" \"30m\"\n")
                .doesNotContain("[Install]");
    }

    @Test
    void everyUnitBeginsWithTheMark() {
        assertThat(units(DATA).values()).allSatisfy(text -> assertThat(text).startsWith(SystemdUnits.MARK));
    }

    @Test
    void whatMeansSomethingToSystemdIsEscaped() {
        String server = units(Path.of("/srv/100 % $x/\"q\"\\")).get(SystemdUnits.SERVER);

        assertThat(server)
                .contains("\"--data\" \"/srv/100 %% $$x/\\\"q\\\"\\\\\"")
                .contains("ReadWritePaths=\"/srv/100 %% $x/\\\"q\\\"\\\\\"\n")
                .contains("WorkingDirectory=/srv/100 %% $x/\"q\"\\\n");
    }

    @Test
    void aPathThatWouldBeginALineOfItsOwnIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> units(Path.of("/srv/a\nExecStartPre=/bin/evil")));
        assertThatIllegalArgumentException().isThrownBy(() -> SystemdUnits.of(plan(DATA, "kari\nGroup=root")));
    }

    @Test
    void homesAndTemporaryFoldersStayVisibleWhereTheyAreUsed() {
        assertThat(units(Path.of("/home/kari/data")).get(SystemdUnits.SERVER)).contains("ProtectHome=read-only\n");
        assertThat(units(Path.of("/tmp/data")).get(SystemdUnits.SERVER)).contains("PrivateTmp=no\n");
    }

    @Test
    void aSocketOfALongPathIsFoundInTheTemporaryFolder() {
        assertThat(units(Path.of("/srv/" + "x".repeat(90))).get(SystemdUnits.SERVER))
                .contains("PrivateTmp=no\n");
    }

    private static Map<String, String> units(Path data, Path... writable) {
        return SystemdUnits.of(plan(data, "tickmark", writable));
    }

    static ServicePlan plan(Path data, String user, Path... writable) {
        return new ServicePlan(
                HOME,
                data,
                HOME.resolve("etc"),
                HOME.resolve("plugins"),
                List.of(writable),
                Path.of("/usr/lib/jvm/java-17"),
                user,
                LocalTime.of(5, 30),
                true,
                Optional.of("Europe/Oslo"));
    }
}
