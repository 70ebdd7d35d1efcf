package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.TickmarkException;

final class PostgresDumpTest {
    private static final StoreUrl URL =
            StoreUrl.parse("jdbc:postgresql://db.example.org:5433/tickmark?sslmode=require&password=a%26b", "test");

    @TempDir
    private Path folder;

    @Test
    void callsTheProgramWithTheAddressAndThePasswordInTheEnvironment() throws IOException {
        Path program = program(
                "for a; do case $a in --file=*) echo \"$* $PGUSER $PGPASSWORD $PGSSLMODE\" > \"${a#--file=}\";; esac; done");

        Path dump = dump(program).into(folder, CancelToken.NEVER);

        assertThat(Files.readString(dump))
                .contains("--format=custom")
                .contains("--dbname=postgresql://db.example.org:5433/tickmark ")
                .endsWith(" kari s'cret require\n");
    }

    @Test
    void tellsWhatTheProgramSaidLast() throws IOException {
        Path program = program("echo begun; echo 'server version mismatch' >&2; exit 1");

        assertThatExceptionOfType(TickmarkException.class)
                .isThrownBy(() -> dump(program).into(folder, CancelToken.NEVER))
                .satisfies(e -> assertThat(e.problem().found()).contains("server version mismatch"));
    }

    @Test
    void saysWhatToInstallWhereThereIsNoSuchProgram() {
        assertThatExceptionOfType(TickmarkException.class)
                .isThrownBy(() -> dump(folder.resolve("none")).into(folder, CancelToken.NEVER))
                .satisfies(e -> assertThat(e.problem().advice().orElseThrow().toString())
                        .contains("backup.pgDump"));
    }

    @Test
    void endsTheProgramWhenNobodyWantsTheDumpAnyMore() throws IOException {
        Path program = program("exec sleep 600");

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> dump(program).into(folder, () -> true));
    }

    @Test
    void theAddressIsOneThatTheProgramsRead() {
        assertThat(URL.forPrograms()).isEqualTo("postgresql://db.example.org:5433/tickmark");
        assertThat(StoreUrl.parse("jdbc:postgresql:tickmark", "test").forPrograms())
                .isEqualTo("postgresql://localhost/tickmark");
        assertThat(URL.environment("", "")).isEqualTo(Map.of("PGSSLMODE", "require", "PGPASSWORD", "a&b"));
    }

    private static PostgresDump dump(Path program) {
        return new PostgresDump(program.toString(), URL.forPrograms(), URL.environment("kari", "s'cret"));
    }

    private Path program(String script) throws IOException {
        Path program = folder.resolve("pg_dump");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
