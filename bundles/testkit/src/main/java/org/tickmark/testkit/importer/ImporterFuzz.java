package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;

/**
 * Lets an importer read damaged copies of files, the same ones each time, and asserts that each is read or refused in bounded time and that every problem
 * with a line or a field says where it is. What makes the importer do something it has not done before, tell another problem or give up in another
 * place, is damaged further; see {@link DamagedFiles}.
 */
public final class ImporterFuzz {
    /** Of the processor's time: a machine that does other things makes no importer slow. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final StatementImporter importer;
    private final DamagedFiles files;

    private ImporterFuzz(StatementImporter importer, DamagedFiles files) {
        this.importer = importer;
        this.files = files;
    }

    /**
     * A fuzz of an importer.
     *
     * @param files valid files, at most some kilobytes each
     * @param pieces what is put into them, such as separators and words of the format
     */
    public static ImporterFuzz of(StatementImporter importer, List<SampleFile> files, List<String> pieces) {
        return new ImporterFuzz(
                Objects.requireNonNull(importer, "importer"),
                DamagedFiles.of(files.stream().map(SampleFile::bytes).toList(), pieces));
    }

    /**
     * Reads damaged files.
     *
     * @param usual how many, when the system property does not say
     */
    public void run(int usual) {
        int count = DamagedFiles.count(usual);
        for (int number = 0; number < count; number++) {
            byte[] file = files.next();
            files.learn(file, check(number, file));
        }
    }

    /** Reads a file; returns what the importer did with it, told so that the same conduct is the same text. */
    private String check(int number, byte[] file) {
        String what = "damaged file " + number + ":\n" + new String(file, StandardCharsets.ISO_8859_1);
        assertThat(importer.probe(new FileHead("x", Arrays.copyOf(file, Math.min(file.length, FileHead.LIMIT)))))
                .as(what)
                .isBetween(0, 100);
        RecordingSink sink = new RecordingSink();
        long start = PROCESSOR.getCurrentThreadCpuTime();
        Throwable thrown =
                catchThrowable(() -> importer.read(new ByteArrayInputStream(file), ReadContext.of("x"), sink));
        assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - start))
                .as(what)
                .isLessThan(LONGEST);
        sink.problems().forEach(problem -> assertPlaced(problem, what));
        if (thrown instanceof TickmarkException refused) {
            assertPlaced(refused.problem(), what);
        } else if (thrown != null) {
            throw new AssertionError(what, thrown);
        } else {
            assertThat(sink.statements()).as(what).allMatch(RecordedStatement::isClosed, "closed");
        }
        return conduct(sink, thrown);
    }

    /** The problems, how much was read by its order of magnitude, and where reading was given up. */
    private static String conduct(RecordingSink sink, Throwable thrown) {
        StringBuilder conduct = new StringBuilder();
        sink.problems().stream().map(Problem::code).distinct().sorted().forEach(code -> conduct.append(code)
                .append(' '));
        int entries =
                sink.statements().stream().mapToInt(RecordedStatement::count).sum();
        conduct.append(sink.statements().size())
                .append(' ')
                .append(Integer.SIZE - Integer.numberOfLeadingZeros(entries));
        if (thrown != null) {
            for (StackTraceElement frame : thrown.getStackTrace()) {
                if (!frame.getClassName().startsWith("org.tickmark")) {
                    break;
                }
                conduct.append(' ').append(frame.getMethodName()).append(frame.getLineNumber());
            }
        }
        return conduct.toString();
    }

    private static void assertPlaced(Problem problem, String what) {
        assertThat(problem.code()).as(what).matches("(E[1-9]|W)\\..+");
        if (ErrorClass.E3.covers(problem.code()) || ErrorClass.E4.covers(problem.code())) {
            assertThat(problem.where()).as("place of %s in %s", problem, what).isPresent();
        }
    }
}
