package org.tickmark.kit.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads and writes definitions as YAML 1.2.
 *
 * <p>Read is one document: a block of named values or a list. It may have at most 4 MiB and 32 levels; a key stands once;
 * aliases and tags are refused, since a definition says what it means where it says it. A value's type is what the
 * reader asks for, not what it looks like: {@code account: 1930} and {@code account: "1930"} are the same text.
 *
 * <p>Everything wrong is a {@link org.tickmark.api.TickmarkException} with code {@value Definition#INVALID}, placed by file and line.
 */
public final class DefinitionText {
    private static final int MAX_BYTES = 4 << 20;

    private DefinitionText() {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws IOException if the file cannot be read
     */
    public static Definition read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(MAX_BYTES + 1));
        }
    }

    /** Reads bytes in UTF-8, with or without a byte order mark; the source is named in errors. */
    public static Definition read(String source, byte[] utf8) {
        checkSize(source, utf8.length);
        try {
            return read(
                    source,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString());
        } catch (CharacterCodingException e) {
            throw Definition.problem(source, "yaml.not-utf8").exception(e);
        }
    }

    /** Reads a text; the source is named in errors. */
    public static Definition read(String source, String yaml) {
        Objects.requireNonNull(source, "source");
        checkSize(source, yaml.length());
        return new Definition(new NodeReader(source).read(yaml), source, "");
    }

    private static void checkSize(String source, int size) {
        if (size > MAX_BYTES) {
            throw Definition.problem(source, "yaml.too-large", MAX_BYTES >> 20).exception();
        }
    }

    /**
     * Writes a tree as text that compares well: block style, two blanks a level, keys in the order given, LF, quotes only
     * where YAML 1.1 or 1.2 would else read something other than this text. Reading gives the same texts back.
     *
     * @param tree a {@link java.util.Map} with text keys or a {@link java.util.Collection}; in it the same, {@link CharSequence},
     *     {@link Integer}, {@link Long}, {@link java.math.BigDecimal}, {@link Boolean}, {@link java.time.LocalDate}, enum
     *     constants (as {@link Definition#word} says) and {@link java.util.Optional}. Members that are null or an empty
     *     Optional are left out.
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public static String write(Object tree) {
        return new BlockWriter().write(tree);
    }
}
