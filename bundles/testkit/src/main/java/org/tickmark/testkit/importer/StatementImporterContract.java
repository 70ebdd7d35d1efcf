package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.testkit.HeapProbe;

/**
 * The contract of {@link StatementImporter}: extend it, say what your format's files look like, and each test checks the rule whose number
 * it bears. The tests are final; what a format cannot do is said by a hook.
 *
 * <pre>{@code
 * class PipeImporterContractTest extends StatementImporterContract {
 *     protected StatementImporter importer() {
 *         return new PipeImporter();
 *     }
 *     ...
 * }
 * }</pre>
 */
public abstract class StatementImporterContract {
    private static final long SEED = 20_261_122;
    private static final int FEW_ENTRIES = 10_000;
    private static final int MANY_ENTRIES = 100_000;
    /** Far below the smallest object that an importer could keep for each entry, far above what a measurement is off by. */
    private static final long BYTES_PER_ENTRY = 16;

    private static final int CANCEL_INTERVAL = 1000;
    private static final int CUTS_TRIED = 1000;
    private static final int MUTANTS_TRIED = 100;
    private static final int READERS = 4;

    /** The importer under test; the same one may be given every time. */
    protected abstract StatementImporter importer();

    /**
     * Small files without any fault, at most some kilobytes each, with what reading them tells: among the amounts are negative ones and ones
     * with no, two and more than two decimals, as far as the format knows such.
     */
    protected abstract List<SampleFile> validFiles();

    /**
     * Small files in each of which one field of an entry or a balance cannot be read, with what reading the rest tells: at least one entry
     * after the broken one.
     */
    protected abstract List<SampleFile> filesWithABrokenField();

    /** A valid file with this many entries, such as a {@link GeneratedFile}. */
    protected abstract InputStream fileOf(long entries);

    /** Files of other formats; all that the testkit knows unless overridden, often by {@link ForeignFiles#except}. */
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.all();
    }

    /** The options to read with; none unless overridden. */
    protected Map<String, String> options() {
        return Map.of();
    }

    /**
     * Whether a reader of this format can see that the file was cut off after this many bytes. Always, unless overridden by a format without a
     * trailer.
     */
    protected boolean showsCut(SampleFile file, int length) {
        return true;
    }

    /** SI-01: 0 to 100 for any bytes, the same each time. */
    @Test
    public final void si01_probesAnyBytesWithoutFailing() {
        for (SampleFile file : allFiles()) {
            for (int length : cuts(file)) {
                assertProbed(file.cutAfter(length).head());
            }
            mutants(file).forEach(mutant -> assertProbed(mutant.head()));
        }
        assertThat(validFiles()).as("valid files").isNotEmpty().allSatisfy(file -> assertThat(
                        importer().probe(file.head()))
                .as("probe of valid file %s", file)
                .isPositive());
    }

    /** SI-02: 0 for other formats. */
    @Test
    public final void si02_claimsNoFileOfAnotherFormat() {
        for (SampleFile file : foreignFiles()) {
            assertThat(importer().probe(file.head()))
                    .as("probe of foreign file %s", file)
                    .isZero();
        }
    }

    /** SI-03: ten times the entries need no more memory. */
    @Test
    public final void si03_holdsNoMoreForMoreEntries() throws IOException {
        // The first reading loads classes and texts, which stay.
        mostHeldWhileReading(CANCEL_INTERVAL);
        long few = mostHeldWhileReading(FEW_ENTRIES);
        long many = mostHeldWhileReading(MANY_ENTRIES);
        assertThat(many - few)
                .as("growth of the heap in use, in bytes, from %s to %s entries", FEW_ENTRIES, MANY_ENTRIES)
                .isLessThan(BYTES_PER_ENTRY * (MANY_ENTRIES - FEW_ENTRIES));
    }

    /** SI-04: the same bytes tell the same. */
    @Test
    public final void si04_tellsTheSameForTheSameBytes() {
        for (SampleFile file : validFiles()) {
            List<String> first = read(file).transcript();
            assertThat(read(file).transcript()).as("second reading of %s", file).isEqualTo(first);
        }
    }

    /** SI-05: every statement that is opened is closed, and nothing is told of it afterwards. */
    @Test
    public final void si05_closesEveryStatement() {
        for (SampleFile file : wellFormedFiles()) {
            assertThat(read(file).statements())
                    .as("statements of %s", file)
                    .isNotEmpty()
                    .allMatch(RecordedStatement::isClosed, "closed");
        }
    }

    /** SI-06: amounts and balances as the file has them, to the last decimal, with the right sign. */
    @Test
    public final void si06_keepsAmountsExactAndSigned() {
        assertThat(validFiles()).as("valid files with entries").anyMatch(file -> read(file).statements().stream()
                .anyMatch(statement -> statement.count() > 0));
        for (SampleFile file : validFiles()) {
            RecordingSink sink = read(file);
            assertThat(sink.errors()).as("errors in valid file %s", file).isEmpty();
            assertThat(sink.summaries()).as("statements of %s", file).isEqualTo(file.expected());
        }
    }

    /** SI-07: a field that cannot be read is an error with its place, and the entries after it are still told. */
    @Test
    public final void si07_goesOnAfterAFieldThatCannotBeRead() {
        assertThat(filesWithABrokenField()).as("files with a broken field").isNotEmpty();
        for (SampleFile file : filesWithABrokenField()) {
            RecordingSink sink = read(file);
            assertThat(sink.errors()).as("errors in %s", file).isNotEmpty().allSatisfy(this::assertNamesTheField);
            assertThat(sink.summaries()).as("statements of %s", file).isEqualTo(file.expected());
        }
    }

    /** SI-08: what cannot be read is refused with a problem that has a code, never with another exception. */
    @Test
    public final void si08_refusesWhatItCannotReadWithACode() {
        for (SampleFile file : foreignFiles()) {
            assertThatThrownBy(() -> readOnce(file, new RecordingSink()))
                    .as("reading foreign file %s", file)
                    .isInstanceOfSatisfying(TickmarkException.class, this::assertHasErrorClass);
        }
        for (SampleFile file : wellFormedFiles()) {
            mutants(file).forEach(this::assertReadOrRefused);
        }
    }

    /** SI-09: a file that is cut off is an error, wherever it is cut. */
    @Test
    public final void si09_noticesAFileThatIsCutOff() {
        for (SampleFile file : validFiles()) {
            List<String> whole = read(file).transcript();
            for (int length : cuts(file)) {
                if (showsCut(file, length)) {
                    assertCutIsNoticed(file.cutAfter(length), whole);
                }
            }
        }
    }

    /** SI-10: the stream stays open, nothing is kept, and several threads may read. */
    @Test
    public final void si10_leavesTheStreamOpenAndKeepsNothing() throws IOException, InterruptedException {
        for (SampleFile file : validFiles()) {
            assertLeavesTheStreamOpen(file);
            assertThat(HeapProbe.isReleased(sinkOfAReading(file)))
                    .as("whether the sink is let go after %s", file)
                    .isTrue();
        }
        assertSeveralThreadsReadTheSame();
    }

    /** SI-11: the cancel token is asked at least once for every thousand entries, and is obeyed. */
    @Test
    public final void si11_stopsWhenAsked() throws IOException {
        AtomicLong sinceAsked = new AtomicLong();
        LongConsumer count = number -> assertThat(sinceAsked.incrementAndGet())
                .as("entries told since the cancel token was asked")
                .isLessThanOrEqualTo(CANCEL_INTERVAL);
        readMany(5L * CANCEL_INTERVAL, new DiscardingSink(count), () -> {
            sinceAsked.set(0);
            return false;
        });
        DiscardingSink sink = new DiscardingSink(number -> {});
        assertThatThrownBy(() -> readMany(5L * CANCEL_INTERVAL, sink, () -> sink.entries() >= CANCEL_INTERVAL))
                .as("reading that is cancelled")
                .isInstanceOf(CancellationException.class);
        assertThat(sink.entries()).as("entries told before it stopped").isLessThanOrEqualTo(2L * CANCEL_INTERVAL);
    }

    /** Each option has a name of its own, a default among its words and a text in every language. */
    @Test
    public final void describesItsOptions() {
        List<FormatOption> declared = importer().options();
        assertThat(declared).extracting(FormatOption::name).doesNotHaveDuplicates();
        for (FormatOption option : declared) {
            assertThat(option.name()).matches("[a-z]+(-[a-z]+)*");
            if (!option.words().isEmpty()) {
                assertThat(option.words()).as("words of %s", option.name()).contains(option.defaultValue());
            }
            for (String language : List.of("en", "nb", "sv")) {
                assertThat(option.help().text(Locale.forLanguageTag(language)))
                        .as("help of %s in %s", option.name(), language)
                        .isNotBlank()
                        .isNotEqualTo(option.help().id());
            }
        }
    }

    private void assertProbed(FileHead head) {
        int first = importer().probe(head);
        assertThat(first).as("probe of %s", head).isBetween(0, 100);
        assertThat(importer().probe(head)).as("second probe of %s", head).isEqualTo(first);
    }

    private void assertNamesTheField(Problem problem) {
        assertThat(ErrorClass.E4.covers(problem.code()))
                .as("%s is of class E4", problem)
                .isTrue();
        assertThat(problem.where()).as("place of %s", problem).isPresent();
        assertThat(problem.found()).as("what was found, in %s", problem).isPresent();
        assertThat(problem.expected()).as("what was expected, in %s", problem).isPresent();
    }

    private void assertHasErrorClass(TickmarkException refusal) {
        String code = refusal.problem().code();
        assertThat(Arrays.stream(ErrorClass.values()).anyMatch(errorClass -> errorClass.covers(code)))
                .as("%s is of an error class", refusal.problem())
                .isTrue();
    }

    private void assertReadOrRefused(SampleFile mutant) {
        Throwable thrown = catchThrowable(() -> readOnce(mutant, new RecordingSink()));
        if (thrown instanceof TickmarkException refusal) {
            assertHasErrorClass(refusal);
        } else if (thrown != null) {
            fail("reading " + mutant + " threw something else than a TickmarkException", thrown);
        }
    }

    private void assertCutIsNoticed(SampleFile cut, List<String> whole) {
        RecordingSink sink = new RecordingSink();
        Throwable thrown = catchThrowable(() -> readOnce(cut, sink));
        if (thrown == null && sink.errors().isEmpty()) {
            assertThat(sink.transcript())
                    .as("%s, read without an error, must have lost nothing", cut)
                    .isEqualTo(whole);
        } else if (thrown != null) {
            assertThat(thrown).as("reading %s", cut).isInstanceOf(TickmarkException.class);
        }
    }

    private void assertLeavesTheStreamOpen(SampleFile file) throws IOException {
        AtomicLong closed = new AtomicLong();
        InputStream stream = new FilterInputStream(file.open()) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                super.close();
            }
        };
        importer().read(stream, context(file.name()), new RecordingSink());
        assertThat(closed.get())
                .as("how often the stream of %s was closed", file)
                .isZero();
    }

    private WeakReference<StatementSink> sinkOfAReading(SampleFile file) {
        return new WeakReference<>(read(file));
    }

    private void assertSeveralThreadsReadTheSame() throws InterruptedException {
        StatementImporter shared = importer();
        List<SampleFile> files = validFiles();
        List<List<String>> alone =
                files.stream().map(file -> read(file).transcript()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<List<List<String>>>> readings = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readings.add(threads.submit(() -> readAllOften(shared, files)));
            }
            for (Future<List<List<String>>> reading : readings) {
                assertThat(reading.get()).as("what a thread among others reads").isEqualTo(alone);
            }
        } catch (ExecutionException e) {
            fail("reading failed in a thread among others", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<List<String>> readAllOften(StatementImporter shared, List<SampleFile> files) throws IOException {
        List<List<String>> transcripts = List.of();
        for (int round = 0; round < 50; round++) {
            transcripts = new ArrayList<>();
            for (SampleFile file : files) {
                RecordingSink sink = new RecordingSink();
                shared.read(file.open(), context(file.name()), sink);
                transcripts.add(sink.transcript());
            }
        }
        return transcripts;
    }

    private long mostHeldWhileReading(int entries) throws IOException {
        long before = HeapProbe.liveBytes();
        AtomicLong most = new AtomicLong();
        Runnable measure = () -> most.accumulateAndGet(HeapProbe.liveBytes() - before, Math::max);
        DiscardingSink sink = new DiscardingSink(number -> {
            if (number == 1 || number == entries) {
                measure.run();
            }
        });
        readMany(entries, sink, CancelToken.NEVER, measure);
        assertThat(sink.entries()).as("entries told of a file of %s", entries).isEqualTo(entries);
        return most.get();
    }

    private void readMany(long entries, StatementSink sink, CancelToken cancel) throws IOException {
        readMany(entries, sink, cancel, () -> {});
    }

    private void readMany(long entries, StatementSink sink, CancelToken cancel, Runnable atEnd) throws IOException {
        InputStream file = new FilterInputStream(fileOf(entries)) {
            @Override
            public int read() throws IOException {
                return noticingEnd(super.read());
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return noticingEnd(super.read(target, offset, length));
            }

            private int noticingEnd(int result) {
                if (result < 0) {
                    atEnd.run();
                }
                return result;
            }
        };
        importer().read(file, new ReadContext("many", Optional.empty(), options(), Limits.USUAL, cancel), sink);
    }

    private RecordingSink read(SampleFile file) {
        RecordingSink sink = new RecordingSink();
        try {
            readOnce(file, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(file.name(), e);
        }
        return sink;
    }

    private void readOnce(SampleFile file, StatementSink sink) throws IOException {
        importer().read(file.open(), context(file.name()), sink);
    }

    private ReadContext context(String fileName) {
        return new ReadContext(fileName, Optional.empty(), options(), Limits.USUAL, CancelToken.NEVER);
    }

    private List<SampleFile> wellFormedFiles() {
        return Stream.concat(validFiles().stream(), filesWithABrokenField().stream())
                .toList();
    }

    private List<SampleFile> allFiles() {
        return Stream.concat(wellFormedFiles().stream(), foreignFiles().stream())
                .toList();
    }

    /** Lengths to cut a file to: all of them, or evenly spread ones in a longer file. */
    private static int[] cuts(SampleFile file) {
        int step = 1 + file.length() / CUTS_TRIED;
        return IntStream.iterate(0, length -> length < file.length(), length -> length + step)
                .toArray();
    }

    /** Damaged copies of a file, the same ones each time. */
    private static Stream<SampleFile> mutants(SampleFile file) {
        if (file.length() == 0) {
            return Stream.empty();
        }
        Random random = new Random(SEED);
        return IntStream.range(0, MUTANTS_TRIED)
                .mapToObj(number -> SampleFile.of(file + " mutant " + number, mutate(file.bytes(), random)));
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(16));
        switch (random.nextInt(3)) {
            case 0 -> bytes[from] = (byte) random.nextInt();
            case 1 -> bytes = concat(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            default -> bytes = concat(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
        }
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
