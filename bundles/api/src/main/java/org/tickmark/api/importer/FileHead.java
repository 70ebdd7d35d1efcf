package org.tickmark.api.importer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The beginning of a file, to recognise its format by. Immutable. */
public final class FileHead {
    /** How many bytes a head holds at most. */
    public static final int LIMIT = 64 * 1024;

    private final String name;
    private final byte[] bytes;

    /**
     * A head.
     *
     * @param name the file's name without folders; the content decides, the name may only break a tie
     * @param bytes the first bytes, at most {@link #LIMIT}; all of them when the file is shorter
     */
    public FileHead(String name, byte[] bytes) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = bytes.clone();
        if (bytes.length > LIMIT) {
            throw new IllegalArgumentException("head of " + bytes.length + " bytes: expected at most " + LIMIT);
        }
    }

    /** The file's name without folders. */
    public String name() {
        return name;
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** The byte at this index. */
    public byte at(int index) {
        return bytes[index];
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as ISO 8859-1 text: every byte one character, so that any content can be searched for ASCII words. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileHead head && name.equals(head.name) && Arrays.equals(bytes, head.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
