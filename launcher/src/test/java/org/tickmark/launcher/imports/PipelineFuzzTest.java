package org.tickmark.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Problem;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.file.FileForm;

/**
 * Damaged files of every kind go the whole way from the folder into the books: each lies in the archive afterwards, or rejected in there with its
 * reports, or is held where it was; what is booked of it is whole and adds up, or it is nothing; undone, nothing is left of it. The system property
 * {@code tickmark.import.fuzz} says how many files of each kind there are.
 */
class PipelineFuzzTest {
    private static final int COUNT = Integer.getInteger("tickmark.import.fuzz", 40);
    /** Then there is a new database, since each remembers every file. */
    private static final int WITH_ONE_DATABASE = 20_000;

    private static final int BOOKED_TOGETHER = 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** What the books hold, by table. */
    private static final List<String> TABLES =
            List.of("statement", "statement_source", "entry", "entry_source", "entry_detail");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyFileIsBookedWholeOrNotAtAll() {
        int databases = (COUNT + WITH_ONE_DATABASE - 1) / WITH_ONE_DATABASE;
        return Damaged.kinds().stream().flatMap(kind -> IntStream.range(0, databases)
                .mapToObj(database -> DynamicTest.dynamicTest(kind.name() + " " + database, () -> {
                    Path own = Files.createDirectory(folder.resolve(kind.name() + "-" + database));
                    try (Workbench workbench = new Workbench(own)) {
                        new Trial(workbench, own, kind).run(Math.min(COUNT, WITH_ONE_DATABASE));
                    }
                })));
    }

    /** Files of one kind, with one database. */
    private static final class Trial {
        private final Workbench workbench;
        private final Inbox inbox;
        private final Damaged kind;
        private final List<Long> booked = new ArrayList<>();
        private String what = "";

        Trial(Workbench workbench, Path folder, Damaged kind) throws IOException {
            this.workbench = workbench;
            this.kind = kind;
            Map<String, String> options = kind.form() == FileForm.QIF ? Map.of("date", "dmy") : Map.of();
            inbox = new Inbox(workbench, folder, "fjord", List.of("bank"), Strictness.USUAL, options);
            inbox.account("bank", kind.form().account(1), kind.form().currency());
        }

        void run(int count) throws IOException {
            for (int number = 0; number < count; number++) {
                byte[] damaged = kind.files().next();
                kind.files().learn(damaged, check(number, kind.packing().apply(damaged)));
                if (booked.size() == BOOKED_TOGETHER) {
                    undo();
                }
            }
            undo();
        }

        /** Imports a file; returns what became of it, told so that the same conduct is the same text. */
        private String check(int number, byte[] file) throws IOException {
            what = kind.name() + " " + number + ":\n" + new String(file, StandardCharsets.ISO_8859_1);
            Map<String, Long> before = rows();
            long start = System.nanoTime();
            FileOutcome outcome = inbox.take("f" + number, file);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
            assertThat(outcome.problems()).as(what).noneMatch(problem -> problem.code()
                    .startsWith("E9"));
            assertThatItLiesWhereItShould(outcome, file);
            if (outcome.result() == Result.IMPORTED || outcome.result() == Result.DUPLICATE) {
                assertThatItIsBookedWhole(outcome);
                booked.add(outcome.fileId());
            } else {
                assertThat(rows()).as(what).isEqualTo(before);
            }
            return conduct(outcome);
        }

        private static String conduct(FileOutcome outcome) {
            List<String> codes = outcome.problems().stream()
                    .map(Problem::code)
                    .distinct()
                    .sorted()
                    .toList();
            return outcome.result() + " " + codes + " " + outcome.statements() + " " + outcome.entries();
        }

        private void assertThatItLiesWhereItShould(FileOutcome outcome, byte[] file) throws IOException {
            boolean archived = !outcome.archivedAs().isEmpty();
            Path place = archived
                    ? inbox.archive().resolve(outcome.archivedAs())
                    : inbox.source().resolve(outcome.file());
            assertThat(place).as(what).hasBinaryContent(file);
            List<Path> expected = new ArrayList<>(List.of(place));
            if (outcome.result() == Result.REJECTED) {
                expected.add(place.resolveSibling(place.getFileName() + ".txt"));
                expected.add(place.resolveSibling(place.getFileName() + ".json"));
            }
            List<Path> found = new ArrayList<>(files(inbox.source()));
            found.addAll(files(inbox.archive()));
            assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(expected);
            for (Path path : found) {
                Files.delete(path);
            }
        }

        private void assertThatItIsBookedWhole(FileOutcome outcome) {
            long file = outcome.fileId();
            assertThat(number("SELECT COUNT(*) AS n FROM statement WHERE file_id = ?", file))
                    .as(what)
                    .isEqualTo(outcome.statements());
            assertThat(number("SELECT COUNT(*) AS n FROM entry WHERE file_id = ?", file))
                    .as(what)
                    .isEqualTo(outcome.entries());
            assertThat(wrong("""
                SELECT s.id FROM statement s
                WHERE s.file_id = ? AND s.kind = 'STATEMENT' AND s.opening + s.entry_sum <> s.closing
                """, file))
                    .as("statements that do not add up, of %s", what)
                    .isEmpty();
            assertThat(wrong("""
                SELECT s.id FROM statement s
                LEFT JOIN entry e ON e.status = 'BOOKED' AND (e.statement_id = s.id OR EXISTS (
                    SELECT 1 FROM entry_source o WHERE o.entry_id = e.id AND o.statement_id = s.id))
                WHERE s.file_id = ? AND s.kind IN ('STATEMENT', 'LEDGER')
                GROUP BY s.id, s.entry_sum, s.transactions
                HAVING COUNT(e.id) <> s.transactions OR COALESCE(SUM(e.amount), 0) <> s.entry_sum
                """, file))
                    .as("statements that are not whole, of %s", what)
                    .isEmpty();
        }

        private void undo() {
            for (long file : booked) {
                workbench.pipeline().undo(Workbench.CALLER, file, "fuzz", false);
            }
            booked.clear();
            assertThat(rows().values())
                    .as("rows left, by table, after %s", what)
                    .containsOnly(0L);
        }

        private Map<String, Long> rows() {
            Map<String, Long> rows = new TreeMap<>();
            for (String table : TABLES) {
                rows.put(table, number("SELECT COUNT(*) AS n FROM " + table));
            }
            return rows;
        }

        private long number(String query, Object... values) {
            return workbench.transactions().reading(tx -> Sql.on(tx.connection(), query)
                    .with(values)
                    .first(row -> row.number("n"))
                    .orElseThrow());
        }

        private List<Long> wrong(String query, long file) {
            return workbench
                    .transactions()
                    .reading(tx -> Sql.on(tx.connection(), query).with(file).list((Row row) -> row.number("id")));
        }

        private static List<Path> files(Path top) throws IOException {
            try (Stream<Path> all = Files.walk(top)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }
    }
}
