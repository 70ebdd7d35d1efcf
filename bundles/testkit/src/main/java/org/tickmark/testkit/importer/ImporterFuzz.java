package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;

/**
 * Lets an importer read damaged copies of files, the same ones each time, and asserts that each is read or refused in bounded time and that every problem
 * with a line or a field says where it is. What makes the importer do something it has not done before, tell another problem or give up in another place, is kept and
 * damaged further: so damage goes deeper than any single one would.
 *
 * <p>How many files there are is said by the system property {@code tickmark.fuzz}, else by the caller; where a run starts, by
 * {@code tickmark.fuzz.seed}.
 */
public final class ImporterFuzz {
    private static final long SEED = 20_261_122;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_DAMAGES = 8;
    private static final int LONGEST_CUT = 40;
    private static final int LONGEST_COPY = 200;
    private static final int MOST_KEPT = 500;
    private static final int LARGEST_KEPT = 16 * 1024;

    private final StatementImporter importer;
    private final List<byte[]> files;
    private final List<byte[]> pieces;
    private final Set<String> conduct = new HashSet<>();

    private ImporterFuzz(StatementImporter importer, List<byte[]> files, List<byte[]> pieces) {
        this.importer = importer;
        this.files = new ArrayList<>(files);
        this.pieces = pieces;
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
                files.stream().map(SampleFile::bytes).toList(),
                pieces.stream()
                        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    /**
     * Reads damaged files.
     *
     * @param usual how many, when the system property does not say
     */
    public void run(int usual) {
        Random random = new Random(Long.getLong("tickmark.fuzz.seed", SEED));
        int count = Integer.getInteger("tickmark.fuzz", usual);
        for (int number = 0; number < count; number++) {
            byte[] file = damaged(random);
            boolean isNew = conduct.add(check(number, file));
            if (isNew && files.size() < MOST_KEPT && file.length <= LARGEST_KEPT) {
                files.add(file);
            }
        }
    }

    /** Reads a file; returns what the importer did with it, told so that the same conduct is the same text. */
    private String check(int number, byte[] file) {
        String what = "damaged file " + number + ":\n" + new String(file, StandardCharsets.ISO_8859_1);
        assertThat(importer.probe(new FileHead("x", Arrays.copyOf(file, Math.min(file.length, FileHead.LIMIT)))))
                .as(what)
                .isBetween(0, 100);
        RecordingSink sink = new RecordingSink();
        long start = System.nanoTime();
        Throwable thrown =
                catchThrowable(() -> importer.read(new ByteArrayInputStream(file), ReadContext.of("x"), sink));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
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

    private byte[] damaged(Random random) {
        byte[] file = files.get(random.nextInt(files.size()));
        for (int i = random.nextInt(MOST_DAMAGES); i >= 0; i--) {
            file = damage(file, random);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(file, random.nextInt(file.length + 1)) : file;
    }

    private byte[] damage(byte[] file, Random random) {
        int at = random.nextInt(file.length + 1);
        int cut = Math.min(file.length, at + random.nextInt(LONGEST_CUT));
        return switch (random.nextInt(4)) {
            case 0 -> joined(file, at, pieces.get(random.nextInt(pieces.size())), at);
            case 1 -> joined(file, at, new byte[0], cut);
            case 2 -> joined(file, at, new byte[] {(byte) random.nextInt()}, Math.min(file.length, at + 1));
            default -> {
                byte[] other = files.get(random.nextInt(files.size()));
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(LONGEST_COPY));
                yield joined(file, at, Arrays.copyOfRange(other, from, to), at);
            }
        };
    }

    private static byte[] joined(byte[] file, int firstEnd, byte[] piece, int secondStart) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(file, 0, firstEnd);
        joined.writeBytes(piece);
        joined.write(file, secondStart, file.length - secondStart);
        return joined.toByteArray();
    }
}
