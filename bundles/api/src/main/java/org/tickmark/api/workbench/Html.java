package org.tickmark.api.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML being written. Whatever text and values hold, they stand for themselves: elements come by {@link #open} and {@link #element} only, and none that
 * runs or loads something, such as {@code script}; so do attributes, and none that runs something, such as {@code onclick}. One thread at a time.
 */
public final class Html {
    /** How many characters a view may write. */
    public static final int LIMIT = 200_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of(
            "script", "style", "iframe", "object", "embed", "base", "meta", "link", "template", "html", "head", "body");
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("style", "srcdoc", "srcset", "background", "ping");
    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "action", "formaction", "poster", "cite", "data");
    private static final Pattern OWN_ADDRESS = Pattern.compile("(/(?![/\\\\])|[?#])[^\\p{Cntrl}\\\\]*");
    private static final Set<String> EMPTY = Set.of("input", "br", "hr", "img", "col", "wbr");

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Nothing yet, and room for {@link #LIMIT} characters. */
    public Html() {
        this(LIMIT);
    }

    /**
     * Nothing yet.
     *
     * @param limit how many characters there is room for
     */
    public Html(int limit) {
        this.limit = limit;
    }

    /**
     * Opens an element, which {@link #close} closes; one that has no content, such as {@code input}, is whole at once.
     *
     * @param attributes names and values in turn; a value of null leaves the attribute out
     * @throws IllegalArgumentException if the element or an attribute runs or loads something, or an address does not lie here
     */
    public Html open(String element, String... attributes) {
        requireName(element, FORBIDDEN_ELEMENTS);
        append("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                attribute(attributes[i], attributes[i + 1]);
            }
        }
        append(">");
        if (!EMPTY.contains(element)) {
            open.push(element);
        }
        return this;
    }

    private void attribute(String name, String value) {
        requireName(name, FORBIDDEN_ATTRIBUTES);
        if (name.startsWith("on") || name.startsWith("hx-") || name.startsWith("data-hx-")) {
            throw new IllegalArgumentException("Attribute " + name + ": it runs something");
        }
        if (ADDRESSES.contains(name) && !OWN_ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Attribute " + name + ": expected an address that begins with /, ? or #");
        }
        append(" " + name + "=\"");
        escape(value);
        append("\"");
    }

    /** Closes the element opened last. */
    public Html close() {
        append("</" + open.pop() + ">");
        return this;
    }

    /** Writes text. */
    public Html text(String words) {
        escape(words);
        return this;
    }

    /** Writes an element that holds a text. */
    public Html element(String element, String words, String... attributes) {
        return open(element, attributes).text(words).close();
    }

    /** Adds what was written elsewhere. */
    public Html add(Html other) {
        append(other.written());
        return this;
    }

    /**
     * What was written.
     *
     * @throws IllegalStateException if an element is still open
     */
    public String written() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Element " + open.peek() + " is still open");
        }
        return text.toString();
    }

    private static void requireName(String name, Set<String> forbidden) {
        if (!NAME.matcher(name).matches() || forbidden.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("HTML has no '" + name + "' here");
        }
    }

    private void escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n' -> escaped.append(c);
                default -> escaped.append(c < ' ' || c == 0x7f ? '\ufffd' : c);
            }
        }
        append(escaped);
    }

    private void append(CharSequence part) {
        if (text.length() + part.length() > limit) {
            throw new IllegalStateException("More than " + limit + " characters of HTML");
        }
        text.append(part);
    }
}
