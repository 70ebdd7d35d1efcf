package org.tickmark.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.web.http.Answer;

/** The files that pages load. There are these and no others; their addresses change with what is in them, so that browsers keep them for good. */
public final class Assets {
    /** Where their addresses begin. */
    public static final String PATH = "/assets/";

    private static final int STAMP = 12;
    private static final String CODEMIRROR = "/META-INF/resources/webjars/codemirror/5.65.21/lib/";

    private final Map<String, Answer> byName = new LinkedHashMap<>();
    private final String stamp;

    /** Reads them from the bundle. */
    public Assets() {
        MessageDigest digest = sha256();
        add(digest, "tickmark.css", "tickmark.css", "text/css; charset=utf-8");
        add(digest, "tickmark.js", "tickmark.js", "text/javascript; charset=utf-8");
        add(digest, "board.js", "board.js", "text/javascript; charset=utf-8");
        add(digest, "rows.js", "rows.js", "text/javascript; charset=utf-8");
        add(digest, "editor.js", "editor.js", "text/javascript; charset=utf-8");
        add(digest, "runlog.js", "runlog.js", "text/javascript; charset=utf-8");
        add(digest, "icon.svg", "icon.svg", "image/svg+xml");
        add(digest, "codemirror.js", CODEMIRROR + "codemirror.js", "text/javascript; charset=utf-8");
        add(digest, "codemirror.css", CODEMIRROR + "codemirror.css", "text/css; charset=utf-8");
        add(
                digest,
                "htmx.js",
                "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "text/javascript; charset=utf-8");
        stamp = HexFormat.of().formatHex(digest.digest()).substring(0, STAMP);
    }

    private void add(MessageDigest digest, String name, String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks " + resource);
            }
            byte[] content = in.readAllBytes();
            digest.update(content);
            byName.put(
                    name, Answer.of(200, type, content).with("Cache-Control", "public, max-age=31536000, immutable"));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The address of a file. */
    public String address(String name) {
        return PATH + stamp + "/" + name;
    }

    /** The file at an address of this or an earlier version. */
    public Optional<Answer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
