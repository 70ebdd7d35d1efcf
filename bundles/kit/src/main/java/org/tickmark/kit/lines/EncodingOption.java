package org.tickmark.kit.lines;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;

/** The option by which an import definition sets the character encoding where the bytes decide wrongly. */
public final class EncodingOption {
    /** The option's name. */
    public static final String NAME = "encoding";

    private static final String AUTO = "auto";

    private EncodingOption() {}

    /**
     * The option.
     *
     * @param encodings the names of those that may be set
     */
    public static FormatOption of(String... encodings) {
        List<String> words =
                Stream.concat(Stream.of(AUTO), Stream.of(encodings)).toList();
        return new FormatOption(NAME, words, AUTO, Texts.message("lines.option.encoding"));
    }

    /** How a file is read: as the definition says, else by this rule. */
    public static EncodingRule rule(ReadContext context, EncodingRule usual) {
        return context.option(NAME)
                .filter(name -> !name.equals(AUTO))
                .map(name -> EncodingRule.fixed(Charset.forName(name)))
                .orElse(usual);
    }
}
