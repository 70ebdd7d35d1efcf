package org.tickmark.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a tree as JSON (RFC 8259), members in the order in which the maps give them.
 *
 * <p>A tree is made of {@link Map} with text keys, {@link Collection}, {@link CharSequence}, {@link Integer}, {@link Long},
 * {@link Boolean}, {@link Duration} (a number of seconds, to the millisecond), null, {@link Optional} (its value or null), and, each as a string, {@link BigDecimal} (plain, with its scale:
 * {@code "1250.50"}, so that no reader makes a binary float of it), {@link LocalDate} and {@link Instant} (ISO 8601), and enum
 * constants (their names). Anything else is an {@link IllegalArgumentException} that says where it stands.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Json() {}

    /** The tree in one line, without a line end. */
    public static String compact(Object tree) {
        return text(tree, Layout.COMPACT);
    }

    /** The tree with a member a line and two blanks a level; ends with a line end. Line ends are LF. */
    public static String indented(Object tree) {
        return text(tree, Layout.INDENTED);
    }

    private static String text(Object tree, Layout layout) {
        StringWriter out = new StringWriter();
        try {
            write(tree, layout, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toString();
    }

    /**
     * Writes the tree and flushes; does not close the writer.
     *
     * @throws IOException if the writer fails
     */
    public static void write(Object tree, Layout layout, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            if (layout == Layout.INDENTED) {
                json.setPrettyPrinter(indentation());
            }
            writeValue(json, tree);
            if (layout == Layout.INDENTED) {
                json.writeRaw('\n');
            }
        }
    }

    private static DefaultPrettyPrinter indentation() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else if (value instanceof Collection<?> list) {
            writeList(json, list);
        } else if (value instanceof Optional<?> optional) {
            writeValue(json, optional.orElse(null));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Duration duration) {
            json.writeNumber(BigDecimal.valueOf(duration.toMillis(), 3));
        } else if (value instanceof BigDecimal amount) {
            json.writeString(amount.toPlainString());
        } else if (value instanceof Enum<?> choice) {
            json.writeString(choice.name());
        } else if (value instanceof CharSequence || value instanceof LocalDate || value instanceof Instant) {
            json.writeString(value.toString());
        } else {
            throw unknown(json, value);
        }
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof CharSequence key)) {
                throw unknown(json, member.getKey());
            }
            json.writeFieldName(key.toString());
            writeValue(json, member.getValue());
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, Collection<?> list) throws IOException {
        json.writeStartArray();
        for (Object element : list) {
            writeValue(json, element);
        }
        json.writeEndArray();
    }

    private static IllegalArgumentException unknown(JsonGenerator json, Object value) {
        String type = value == null ? "a null key" : value.getClass().getName();
        return new IllegalArgumentException(
                "JSON at '" + json.getOutputContext().pathAsPointer() + "': " + type
                        + " has no JSON form here; see the types that Json names");
    }

    /** How the text is laid out. */
    public enum Layout {
        /** In one line, for programs. */
        COMPACT,
        /** A member a line, for people and for files that are compared. */
        INDENTED
    }
}
