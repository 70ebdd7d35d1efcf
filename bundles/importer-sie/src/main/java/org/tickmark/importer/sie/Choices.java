package org.tickmark.importer.sie;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.message.Message;

/**
 * What an import definition chose.
 *
 * @param encoding the character encoding to read with; empty to decide by the bytes
 * @param vouchers what becomes of a voucher that does not sum to zero
 * @param checksum what becomes of a checksum that does not match
 */
record Choices(Optional<Charset> encoding, Strictness vouchers, Strictness checksum) {
    static final String ENCODING = "encoding";
    static final String VOUCHERS = "vouchers";
    static final String CHECKSUM = "checksum";

    private static final String AUTO = "auto";
    private static final List<String> ENCODINGS = List.of(AUTO, "IBM437", "UTF-8", "ISO-8859-1", "windows-1252");

    /** What a finding leads to. */
    enum Strictness {
        /** It is told, and the file is imported. */
        WARN,
        /** It rejects the file. */
        STRICT;

        private static final List<String> WORDS = List.of("warn", "strict");

        /** Starts the problem. */
        Problem.Builder problem(String code, Message what) {
            return this == STRICT ? Problem.error(code, what) : Problem.warning(code, what);
        }

        private static Strictness of(ReadContext context, String option) {
            return context.option(option).filter("strict"::equals).isPresent() ? STRICT : WARN;
        }
    }

    /** The options that a definition may set. */
    static List<FormatOption> options() {
        return List.of(
                new FormatOption(ENCODING, ENCODINGS, AUTO, Texts.message("sie.option.encoding")),
                new FormatOption(VOUCHERS, Strictness.WORDS, "warn", Texts.message("sie.option.vouchers")),
                new FormatOption(CHECKSUM, Strictness.WORDS, "warn", Texts.message("sie.option.checksum")));
    }

    /** What the definition of this reading chose. */
    static Choices of(ReadContext context) {
        return new Choices(
                context.option(ENCODING).filter(name -> !name.equals(AUTO)).map(Charset::forName),
                Strictness.of(context, VOUCHERS),
                Strictness.of(context, CHECKSUM));
    }
}
