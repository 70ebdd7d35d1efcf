package org.tickmark.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageCatalogTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private final MessageCatalog catalog = MessageCatalog.of(MessageCatalogTest.class);

    @Test
    void rendersInTheReadersLanguage() {
        Message message = catalog.message("greeting", "Kari");

        assertThat(message.text(Locale.ENGLISH)).isEqualTo("Hello Kari, it's you");
        assertThat(message.text(BOKMAL)).isEqualTo("Hei Kari");
        assertThat(message.text(Locale.forLanguageTag("nn"))).isEqualTo("Hei Kari");
        assertThat(message.text(Locale.forLanguageTag("sv-FI"))).isEqualTo("Hej Kari");
    }

    @Test
    void fallsBackToEnglishThenToTheId() {
        assertThat(catalog.message("english-only").text(BOKMAL)).isEqualTo("Only in English");
        assertThat(catalog.message("missing", 7).text(BOKMAL)).isEqualTo("missing[7]");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        Message message = catalog.message("amount", new BigDecimal("1250.5"));

        assertThat(message.text(Locale.ENGLISH)).isEqualTo("1,250.5");
        assertThat(message.text(Locale.forLanguageTag("sv"))).isEqualTo("1\u00a0250,5");
    }

    @Test
    void rendersAMessageInsideAMessage() {
        Message inner = catalog.message("greeting", "Kari");

        assertThat(catalog.message("quoted", inner).text(BOKMAL)).isEqualTo("«Hei Kari»");
    }

    @Test
    void sameTextWithSameArgumentsIsEqual() {
        Message inner = catalog.message("quoted", catalog.message("greeting", "Kari"));

        assertThat(inner)
                .isEqualTo(catalog.message("quoted", catalog.message("greeting", "Kari")))
                .hasSameHashCodeAs(catalog.message("quoted", catalog.message("greeting", "Kari")))
                .isNotEqualTo(catalog.message("quoted", catalog.message("greeting", "Ola")))
                .isNotEqualTo(Message.verbatim("quoted"));
    }

    @Test
    void verbatimTextIsTheSameEverywhereAndNeverAPattern() {
        assertThat(Message.verbatim("it's {0}").text(BOKMAL)).isEqualTo("it's {0}");
    }
}
