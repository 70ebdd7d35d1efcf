package org.tickmark.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer. Immutable; the array is not changed by anybody. */
public final class Answer {
    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final Optional<Source> source;

    private Answer(int status, List<Header> headers, byte[] body, Optional<Source> source) {
        this.status = status;
        this.source = source;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** A header of the answer. */
    public record Header(String name, String value) {
        public Header {
            if (value.chars().anyMatch(c -> c < ' ' || c > 0x7e)) {
                throw new IllegalArgumentException("Header " + name + ": expected printable ASCII");
            }
        }
    }

    /** Writes a body piece by piece, since it may be too long to be held. */
    @FunctionalInterface
    public interface Source {
        void write(OutputStream out) throws IOException;
    }

    /** A page. */
    public static Answer html(String page) {
        return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** JSON. */
    public static Answer json(String json) {
        return of(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Plain text. */
    public static Answer text(String text) {
        return of(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of a type. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, List.of(new Header("Content-Type", type)), body, Optional.empty());
    }

    /** A body of a type that is written piece by piece, while it is sent. */
    public static Answer streamed(String type, Source source) {
        return new Answer(200, List.of(new Header("Content-Type", type)), new byte[0], Optional.of(source));
    }

    /** No body. */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), new byte[0], Optional.empty());
    }

    /** See there, by GET. */
    public static Answer seeOther(String path) {
        return empty(303).with("Location", path);
    }

    /** The same with another status. */
    public Answer status(int other) {
        return new Answer(other, headers, body, source);
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body, source);
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The headers, in order. */
    public List<Header> headers() {
        return headers;
    }

    /** What writes the body piece by piece; empty where it is there already. */
    public Optional<Source> source() {
        return source;
    }

    /** The body. */
    public byte[] body() {
        return body;
    }
}
