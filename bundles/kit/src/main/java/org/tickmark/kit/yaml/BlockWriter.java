package org.tickmark.kit.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes a tree in block style. For one text. */
final class BlockWriter {
    private static final int INDENT = 2;

    /** A longer key would not be read back: YAML limits keys to 1024 characters, quotes and escapes included. */
    private static final int MAX_KEY = 1000;

    private final StringBuilder out = new StringBuilder();

    String write(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            rootMap(map);
        } else if (tree instanceof Collection<?> list) {
            rootList(list);
        } else {
            throw new IllegalArgumentException("A definition is a map or a list, not " + typeOf(tree));
        }
        return out.toString();
    }

    private void rootMap(Map<?, ?> map) {
        if (isEmpty(map)) {
            out.append("{}\n");
        } else {
            members(map, 0);
        }
    }

    private void rootList(Collection<?> list) {
        if (list.isEmpty()) {
            out.append("[]\n");
        } else {
            elements(list, 0);
        }
    }

    /** Members that are absent are left out; so a map of nothing else is empty. */
    private static boolean isEmpty(Map<?, ?> map) {
        return map.values().stream().allMatch(BlockWriter::isAbsent);
    }

    private static boolean isAbsent(Object value) {
        return value == null || (value instanceof Optional<?> optional && optional.isEmpty());
    }

    /** Writes members; the first continues the line, the others begin one at the indent. */
    private void members(Map<?, ?> map, int indent) {
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (isAbsent(member.getValue())) {
                continue;
            }
            if (!first) {
                indent(indent);
            }
            first = false;
            key(member.getKey());
            memberValue(member.getValue(), indent);
        }
    }

    private void key(Object key) {
        if (!(key instanceof CharSequence text)) {
            throw new IllegalArgumentException("A key is a text, not " + typeOf(key));
        }
        String written = Scalars.inLine(text.toString());
        if (written.length() > MAX_KEY) {
            throw new IllegalArgumentException("Key of " + written.length() + " characters, at most " + MAX_KEY);
        }
        out.append(written).append(':');
    }

    private void memberValue(Object value, int indent) {
        if (value instanceof Optional<?> optional) {
            memberValue(optional.orElseThrow(), indent);
        } else if (value instanceof Map<?, ?> map && !isEmpty(map)) {
            out.append('\n');
            indent(indent + INDENT);
            members(map, indent + INDENT);
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            out.append('\n');
            indent(indent + INDENT);
            elements(list, indent + INDENT);
        } else {
            out.append(' ');
            leaf(value, indent + INDENT);
        }
    }

    /** Writes elements; the first continues the line, the others begin one at the indent. */
    private void elements(Collection<?> list, int indent) {
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                indent(indent);
            }
            first = false;
            out.append("- ");
            element(element, indent + INDENT);
        }
    }

    private void element(Object element, int indent) {
        if (element instanceof Map<?, ?> map && !isEmpty(map)) {
            members(map, indent);
        } else if (element instanceof Collection<?> list && !list.isEmpty()) {
            elements(list, indent);
        } else {
            leaf(element, indent);
        }
    }

    private void leaf(Object value, int indent) {
        if (value instanceof CharSequence text) {
            text(text.toString(), indent);
        } else if (value instanceof Map) {
            out.append("{}\n");
        } else if (value instanceof Collection) {
            out.append("[]\n");
        } else if (value instanceof Enum<?> constant) {
            text(Definition.word(constant), indent);
        } else if (value instanceof BigDecimal amount) {
            out.append(amount.toPlainString()).append('\n');
        } else if (value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof LocalDate) {
            out.append(value).append('\n');
        } else {
            throw new IllegalArgumentException("A definition cannot hold " + typeOf(value));
        }
    }

    private void text(String text, int indent) {
        if (!Scalars.fitsBlock(text)) {
            out.append(Scalars.inLine(text)).append('\n');
            return;
        }
        boolean ended = text.endsWith("\n");
        out.append(ended ? "|\n" : "|-\n");
        String body = ended ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                indent(indent);
            }
            out.append(line).append('\n');
        }
    }

    private void indent(int blanks) {
        out.append(" ".repeat(blanks));
    }

    private static String typeOf(Object value) {
        return value == null ? "null" : value.getClass().getName();
    }
}
