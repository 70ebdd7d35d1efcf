package org.tickmark.api.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one package, read from {@code messages.properties} (English) and {@code messages_<language>.properties}
 * beside a class of that package. UTF-8; the patterns are those of {@link MessageFormat}, in which a single quote is
 * written as two. Safe for use from many threads.
 */
public final class MessageCatalog {
    /** A catalog whose ids are their own texts. */
    static final MessageCatalog VERBATIM = new MessageCatalog(null);

    /** A catalog whose messages have their texts as arguments: English, Norwegian, Swedish. */
    static final MessageCatalog TRANSLATED = new MessageCatalog(null);

    private static final String ENGLISH = "";
    private static final String NORWEGIAN = "_nb";
    private static final String SWEDISH = "_sv";

    /** The class beside which the files lie; null in {@link #VERBATIM} and {@link #TRANSLATED}. */
    private final Class<?> anchor;

    private final Map<String, Properties> byLanguage = new ConcurrentHashMap<>();

    private MessageCatalog(Class<?> anchor) {
        this.anchor = anchor;
    }

    /** The catalog of the package that this class lies in. */
    public static MessageCatalog of(Class<?> anchor) {
        return new MessageCatalog(Objects.requireNonNull(anchor, "anchor"));
    }

    /**
     * A message of this catalog.
     *
     * @param id a key of {@code messages.properties}
     * @param arguments the values of its placeholders; none is null
     */
    public Message message(String id, Object... arguments) {
        return new Message(this, id, Arrays.asList(arguments));
    }

    /** Renders an id: in the language asked for, else in English, else as the id with its arguments. */
    String render(String id, List<Object> arguments, Locale locale) {
        if (this == TRANSLATED) {
            return (String) arguments.get(List.of(ENGLISH, NORWEGIAN, SWEDISH).indexOf(fileSuffix(locale)));
        }
        if (anchor == null) {
            return id;
        }
        String pattern = pattern(id, locale);
        if (pattern == null) {
            return arguments.isEmpty() ? id : id + arguments;
        }
        Object[] localised = arguments.stream()
                .map(argument -> argument instanceof Message message ? message.text(locale) : argument)
                .toArray();
        return new MessageFormat(pattern, locale).format(localised);
    }

    private String pattern(String id, Locale locale) {
        String translated = language(fileSuffix(locale)).getProperty(id);
        return translated != null ? translated : language(ENGLISH).getProperty(id);
    }

    /** The suffix of the file for a language; Norwegian ({@code no}) and Nynorsk read Bokmål. */
    private static String fileSuffix(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nb", "no", "nn" -> NORWEGIAN;
            case "sv" -> SWEDISH;
            default -> ENGLISH;
        };
    }

    private Properties language(String suffix) {
        return byLanguage.computeIfAbsent(suffix, this::load);
    }

    private Properties load(String suffix) {
        Properties texts = new Properties();
        try (InputStream in = anchor.getResourceAsStream("messages" + suffix + ".properties")) {
            if (in != null) {
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("messages" + suffix + ".properties beside " + anchor.getName(), e);
        }
        return texts;
    }
}
