package org.tickmark.script.crmscript.value;

/**
 * A long text that has been put together: a view on the beginning of a buffer, which longer texts share. Adding to the longest of them adds to
 * the buffer, so that a text built piece by piece costs what its length is. Strings of scripts are either this or {@link String}.
 */
public final class Text implements CharSequence {
    /** Shorter texts are joined as they are. */
    private static final int SHORT = 64;

    private final StringBuilder buffer;
    private final int length;
    private String whole;

    private Text(StringBuilder buffer) {
        this.buffer = buffer;
        this.length = buffer.length();
    }

    /** A text as a Java string; empty for none. */
    public static String of(Object text) {
        if (text instanceof String string) {
            return string;
        }
        return text == null ? "" : text.toString();
    }

    /** The length of a text. */
    public static int length(Object text) {
        return text == null ? 0 : ((CharSequence) text).length();
    }

    /** Two texts joined. */
    public static Object join(Object first, Object second, Meter meter) {
        int length = Math.addExact(length(first), length(second));
        if (length <= SHORT) {
            meter.text(length);
            return of(first).concat(of(second));
        }
        StringBuilder buffer;
        if (first instanceof Text text && text.length == text.buffer.length()) {
            buffer = text.buffer;
        } else {
            meter.text(length * 2L);
            meter.move(length(first));
            buffer = new StringBuilder(length * 2).append(of(first));
        }
        meter.move(length(second));
        if (length > buffer.capacity()) {
            meter.text(length * 2L);
            buffer.ensureCapacity(length * 2);
        }
        buffer.append(of(second));
        return new Text(buffer);
    }

    /** The bytes it takes. */
    static long bytes(CharSequence text) {
        return text instanceof Text view
                ? Meter.textBytes(view.buffer.capacity() + (view.whole == null ? 0L : view.length))
                : Meter.textBytes(text.length());
    }

    /** What identifies the memory it takes, which several views share. */
    Object memory() {
        return buffer;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return buffer.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        if (whole == null) {
            whole = buffer.substring(0, length);
        }
        return whole;
    }
}
