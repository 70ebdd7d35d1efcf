package org.tickmark.launcher.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.launcher.it.MailSink;
import org.tickmark.launcher.nights.Desk.Paper;
import org.tickmark.launcher.nights.Month.Mishap;

/** A dry night run, told by checksums: of everything in the database, and of every file. */
class DryRunTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void aDryRunTellsWhatWouldHappenAndWritesNothing() throws Exception {
        try (Office office = new Office(folder);
                MailSink sink = new MailSink()) {
            office.mailTo(sink);
            office.set("batch.errorsTo", "desk@example.org");
            office.set("batch.doneTo", "chief@example.org");
            office.clock.set(Instant.parse("2026-06-02T03:30:00Z"));
            Desk desk = new Desk(Firm.made(1, 2, 3));
            office.apply("units:\n" + desk.firm().unit() + "imports:\n"
                    + desk.firm().imports() + "groups:\n" + desk.firm().groupText());
            deliver(office, desk, 0, Mishap.NONE);
            office.run(false, PATIENCE, CancelToken.NEVER);
            deliver(office, desk, 1, Mishap.CUT);
            deliver(office, desk, 2, Mishap.NO_LEDGER);
            int mails = sink.mails().size();
            String database = database(office);
            Map<String, String> files = files();

            BatchResult dry = office.run(true, PATIENCE, CancelToken.NEVER);

            assertThat(dry.exitCode()).isEqualTo(ExitCode.PARTLY);
            assertThat(dry.imports().entries()).isPositive();
            assertThat(database(office)).as("the database").isEqualTo(database);
            assertThat(files()).as("the files").isEqualTo(files);
            assertThat(sink.mails()).as("mails").hasSize(mails);
            assertThat(office.run(false, PATIENCE, CancelToken.NEVER).imports().entries())
                    .as("what was told")
                    .isEqualTo(dry.imports().entries());
            assertThat(database(office))
                    .as("a checksum tells what a run writes")
                    .isNotEqualTo(database);
            assertThat(files()).isNotEqualTo(files);
        }
    }

    private void deliver(Office office, Desk desk, int day, Mishap mishap) throws IOException {
        for (Paper paper : desk.deliver(day, mishap)) {
            Path unit = Path.of(desk.firm().code(), paper.folder());
            Files.createDirectories(folder.resolve("archive").resolve(unit));
            Path source = Files.createDirectories(folder.resolve("in").resolve(unit));
            Path file = Files.write(source.resolve(paper.name()), paper.bytes());
            Files.setLastModifiedTime(file, FileTime.from(office.clock.instant().minusSeconds(600)));
        }
    }

    /**
     * A checksum of the script that would make the database anew, with every row. Where keys go on counting is left out: a dry run tries what it
     * tells in a transaction that it takes back, and keys that were given in it are not given again.
     */
    private static String database(Office office) {
        return office.transactions().reading(tx -> {
            StringBuilder script = new StringBuilder();
            try (Statement statement = tx.connection().createStatement();
                    ResultSet lines = statement.executeQuery("SCRIPT")) {
                while (lines.next()) {
                    script.append(lines.getString(1).replaceAll(" RESTART WITH \\d+", ""))
                            .append('\n');
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return Sha256.hex(script.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(file).toString(), Sha256.hex(file));
            }
        }
        return files;
    }
}
