package org.tickmark.reconciliation.report;

import org.tickmark.kit.text.Html;

/** A page that is written piece by piece; texts are escaped, and what is opened is closed in its order. For one thread. */
final class Page {
    private final StringBuilder out = new StringBuilder();

    /** Adds markup as it is. */
    Page markup(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** Adds an element with a text in it. */
    Page element(String name, String text) {
        return element(name, "", text);
    }

    /** Adds an element of a class with a text in it; an empty class is none. */
    Page element(String name, String style, String text) {
        open(out, name, style);
        out.append(Html.escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    /** Adds an element of a class with something in it. */
    Page element(String name, String style, Runnable content) {
        open(out, name, style);
        out.append('\n');
        content.run();
        out.append("</").append(name).append(">\n");
        return this;
    }

    private static void open(StringBuilder out, String name, String style) {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(Html.escape(style)).append('"');
        }
        out.append('>');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
