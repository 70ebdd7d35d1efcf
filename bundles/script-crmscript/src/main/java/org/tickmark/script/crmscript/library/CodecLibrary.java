package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.STRING;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tickmark.script.crmscript.value.Builtin;

/** Texts for other programs: HTML, URLs, XML, Base64, digests. */
final class CodecLibrary {
    /** How many times as long a text can become. */
    private static final int LONGER = 9;

    private CodecLibrary() {}

    private static Builtin.Code coded(UnaryOperator<String> code) {
        return (run, a) -> {
            String text = a.text(0);
            run.meter().text(text.length() * (long) LONGER);
            return code.apply(text);
        };
    }

    static void addTo(Library library) {
        library.method(STRING, STRING, "htmlEncode", coded(CodecLibrary::escape));
        library.method(STRING, STRING, "xmlEncode", coded(CodecLibrary::escape));
        library.method(STRING, STRING, "htmlDecode", coded(CodecLibrary::unescape));
        library.method(STRING, STRING, "xmlDecode", coded(CodecLibrary::unescape));
        library.method(STRING, STRING, "urlEncode", coded(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)));
        library.method(STRING, STRING, "urlDecode", coded(CodecLibrary::urlDecode));
        library.method(
                STRING,
                STRING,
                "utf8Encode",
                coded(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        library.method(
                STRING,
                STRING,
                "utf8Decode",
                coded(text -> new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        library.function(
                STRING,
                "encodeBase64",
                (run, a) -> Lib.made(run, Base64.getEncoder().encodeToString(Lib.bytes(run, a.array(0)))),
                Lib.BYTES);
        library.function(
                STRING,
                "encodeBase64",
                (run, a) -> {
                    Base64.Encoder encoder = a.flag(1) ? Base64.getMimeEncoder() : Base64.getEncoder();
                    return Lib.made(run, encoder.encodeToString(Lib.bytes(run, a.array(0))));
                },
                Lib.BYTES,
                BOOL);
        library.function(Lib.BYTES, "decodeBase64", (run, a) -> Lib.bytes(run, base64(a.text(0))), STRING);
        library.function(STRING, "encodeSHA1", digest("SHA-1"), STRING);
        library.function(STRING, "encodeSHA256", digest("SHA-256"), STRING);
        library.function(STRING, "encodeSHA512", digest("SHA-512"), STRING);
        library.function(STRING, "encodeHMACSHA1", keyed("HmacSHA1", true), STRING, STRING);
        library.function(Lib.BYTES, "encodeHMACSHA256", keyed("HmacSHA256", false), STRING, STRING);
        library.function(Lib.BYTES, "encodeHMACSHA512", keyed("HmacSHA512", false), STRING, STRING);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String urlDecode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Lib.unreadable(text, "%XX");
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Lib.unreadable(text, "Base64");
        }
    }

    private static Builtin.Code digest(String algorithm) {
        return (run, a) -> {
            String text = a.text(0);
            run.meter().work(text.length());
            try {
                byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
                return Lib.made(run, HexFormat.of().formatHex(digest));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has " + algorithm, e);
            }
        };
    }

    private static Builtin.Code keyed(String algorithm, boolean hex) {
        return (run, a) -> {
            byte[] key = a.text(0).getBytes(StandardCharsets.UTF_8);
            byte[] text = a.text(1).getBytes(StandardCharsets.UTF_8);
            run.meter().work(key.length + (long) text.length);
            if (key.length == 0) {
                throw Lib.unreadable("", "a key");
            }
            try {
                Mac mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(key, algorithm));
                byte[] digest = mac.doFinal(text);
                return hex ? Lib.made(run, HexFormat.of().formatHex(digest)) : Lib.bytes(run, digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has " + algorithm, e);
            }
        };
    }
}
