package org.tickmark.testkit.importer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.importer.FileHead;

/**
 * A small file for tests, with what reading it must tell. Immutable.
 *
 * <p>What is expected of a statement is one line, as {@link RecordedStatement#summary} gives it:
 * {@code SE4550000000058398257466 SEK 1000.00 > 1080.00: 100.00 -20.00}.
 */
public final class SampleFile {
    private final String name;
    private final byte[] bytes;
    private final List<String> expected;

    private SampleFile(String name, byte[] bytes, List<String> expected) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = bytes;
        this.expected = List.copyOf(expected);
    }

    /** A file of these bytes. */
    public static SampleFile of(String name, byte[] bytes) {
        return new SampleFile(name, bytes.clone(), List.of());
    }

    /** A file of this text in UTF-8. */
    public static SampleFile of(String name, String text) {
        return of(name, text, StandardCharsets.UTF_8);
    }

    /** A file of this text in a character encoding. */
    public static SampleFile of(String name, String text, Charset encoding) {
        return new SampleFile(name, text.getBytes(encoding), List.of());
    }

    /** The same file, with the summaries of the statements that reading it must tell, in the order they are opened. */
    public SampleFile expecting(String... summaries) {
        return new SampleFile(name, bytes, List.of(summaries));
    }

    /** The same file, cut off after this many bytes. */
    public SampleFile cutAfter(int length) {
        return new SampleFile(name + " cut after " + length, Arrays.copyOf(bytes, length), List.of());
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** How many bytes it holds. */
    public int length() {
        return bytes.length;
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Its bytes, to read. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Its beginning, to recognise the format by. */
    public FileHead head() {
        return new FileHead(name, Arrays.copyOf(bytes, Math.min(bytes.length, FileHead.LIMIT)));
    }

    /** The summaries of the statements that reading it must tell. */
    public List<String> expected() {
        return expected;
    }

    @Override
    public String toString() {
        return name;
    }
}
