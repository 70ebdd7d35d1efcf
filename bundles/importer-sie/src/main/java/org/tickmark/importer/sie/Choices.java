package org.tickmark.importer.sie;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.kit.ledger.Strictness;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.EncodingRule;

/**
 * What an import definition chose.
 *
 * @param encoding how the character encoding is decided
 * @param vouchers what becomes of a voucher that does not sum to zero
 * @param checksum what becomes of a checksum that does not match
 */
record Choices(EncodingRule encoding, Strictness vouchers, Strictness checksum) {
    static final String VOUCHERS = "vouchers";
    static final String CHECKSUM = "checksum";

    /** {@code #FORMAT PC8} says code page 437, and says so even when it is not true. */
    private static final EncodingRule BY_BYTES =
            EncodingRule.byBytes(Charset.forName("IBM437"), StandardCharsets.ISO_8859_1);

    /** The options that a definition may set. */
    static List<FormatOption> options() {
        return List.of(
                EncodingOption.of("IBM437", "UTF-8", "ISO-8859-1", "windows-1252"),
                Strictness.option(VOUCHERS, Texts.message("sie.option.vouchers")),
                Strictness.option(CHECKSUM, Texts.message("sie.option.checksum")));
    }

    /** What the definition of this reading chose. */
    static Choices of(ReadContext context) {
        return new Choices(
                EncodingOption.rule(context, BY_BYTES),
                Strictness.of(context, VOUCHERS),
                Strictness.of(context, CHECKSUM));
    }
}
