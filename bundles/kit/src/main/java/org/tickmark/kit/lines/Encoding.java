package org.tickmark.kit.lines;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * The character encoding that was decided on for a file.
 *
 * @param charset the encoding
 * @param certain whether the bytes, or the definition, spoke for it
 */
public record Encoding(Charset charset, boolean certain) {
    public Encoding {
        Objects.requireNonNull(charset, "charset");
    }
}
