package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.message.Message;
import org.tickmark.mail.Rendering.Rendered;
import org.tickmark.testkit.MessageFiles;

class RenderingTest {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate FRIDAY_27_NOVEMBER = LocalDate.of(2026, 11, 27);

    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Texts.class);
    }

    @Test
    void textAndHtmlSayTheSameInTheOrderOfTheParts() {
        MailContent content = MailContent.about(text("Subject"))
                .heading(text("Heading"))
                .paragraph(text("Words"))
                .table(
                        List.of(text("Name"), text("Sum")),
                        List.of(List.of("a", new BigDecimal("1234.50")), List.of("b", 7L)))
                .problems(List.of(
                        Problem.error("x", text("Broken")).where("unit A").build()))
                .build();

        Rendered rendered = rendered(content, Locale.ENGLISH);

        assertThat(rendered.text())
                .isEqualTo(
                        "Heading\n-------\n\nWords\n\nName       Sum\n----  --------\na     1,234.50\nb            7\n\n- Error: unit A: Broken\n");
        assertThat(rendered.html().orElseThrow())
                .contains("<html lang=\"en\">")
                .containsSubsequence(
                        "Heading</h2>", "Words</p>", ">Name</th>", ">1,234.50</td>", "Error</b>: unit A: Broken</li>");
    }

    @Test
    void valuesAreWrittenAsTheLanguageDoes() {
        MailContent content = MailContent.about(text("Subject"))
                .table(
                        List.of(),
                        List.of(Arrays.asList(
                                FRIDAY_27_NOVEMBER,
                                Instant.parse("2026-11-27T05:00:00Z"),
                                new BigDecimal("-1234.5"),
                                null)))
                .build();

        assertThat(rendered(content, SWEDISH).text().replace('\u00a0', ' ').replace('\u2212', '-'))
                .contains("2026-11-27  2026-11-27 06:00 Europe/Stockholm  -1 234,5");
    }

    @Test
    void whatFilesBringWithThemForgesNothing() {
        MailContent content = MailContent.about(text("Subject"))
                .paragraph(text("<script>alert('x')</script>"))
                .table(List.of(), List.of(List.of("a\u001b[31m\r\nb", "<b>")))
                .problems(List.of(
                        Problem.warning("x", text("y")).found("\u0007<i>\n--").build()))
                .build();

        Rendered rendered = rendered(content, Locale.ENGLISH);

        assertThat(rendered.html().orElseThrow())
                .contains("&lt;script&gt;")
                .contains("&lt;b&gt;")
                .doesNotContain("<script>", "<i>", "\u001b", "\u0007");
        assertThat(rendered.text()).doesNotContain("\u001b", "\u0007", "\r");
        assertThat(rendered.text().lines()).noneMatch(line -> line.equals("--") || line.startsWith("b"));
    }

    @Test
    void aTextFileThatIsTooLargeIsCutAtALineAndTheMailSaysSo() {
        String large = "line of a log\n".repeat(200_000);
        MailContent content = MailContent.about(text("Subject"))
                .file(MailFile.text("run.log", "text/plain", large))
                .build();

        Rendered rendered = rendered(content, Locale.ENGLISH);

        byte[] cut = rendered.files().get(0).file().content();
        assertThat(cut.length).isLessThanOrEqualTo(Rendering.MOST_FILE).isGreaterThan(Rendering.MOST_FILE - 1000);
        assertThat(new String(cut, StandardCharsets.UTF_8))
                .endsWith("line of a log\nThe rest is left out, because the file was too large for a mail.\n");
        assertThat(rendered.text()).contains("run.log was shortened").contains("2,800 kB");
        assertThat(rendered.html().orElseThrow()).contains("run.log was shortened");
    }

    @Test
    void anotherFileThatIsTooLargeIsLeftOutAndTheMailSaysSo() {
        MailContent content = MailContent.about(text("Subject"))
                .picture(
                        MailFile.of("p.png", "image/png", new byte[Rendering.MOST_FILE + 1]),
                        text("a chart of open items"))
                .file(MailFile.of("book.pdf", "application/pdf", new byte[1_500_000]))
                .build();

        Rendered rendered = rendered(content, Locale.ENGLISH);

        assertThat(rendered.files()).isEmpty();
        assertThat(rendered.text()).contains("book.pdf was left out");
        assertThat(rendered.html().orElseThrow())
                .contains("a chart of open items")
                .doesNotContain("<img");
    }

    @Test
    void filesTogetherStayBelowTheLimit() {
        MailContent.Builder content = MailContent.about(text("Subject"));
        for (int i = 0; i < 8; i++) {
            content.file(MailFile.of(i + ".pdf", "application/pdf", new byte[400_000]));
        }

        Rendered rendered = new Rendering(cells(Locale.ENGLISH), 2_000_000).of(content.build());

        assertThat(rendered.files()).hasSize(5);
        assertThat(rendered.text()).contains("5.pdf was left out", "6.pdf was left out", "7.pdf was left out");
    }

    @Test
    void textThatIsTooLongIsCutAndHtmlThenLeftOut() {
        List<List<String>> rows = Collections.nCopies(30_000, List.of("a row of a table that never ends"));
        MailContent content =
                MailContent.about(text("Subject")).table(List.of(), rows).build();

        Rendered rendered = rendered(content, Locale.ENGLISH);

        assertThat(rendered.text()).hasSizeLessThan(Rendering.MOST_TEXT + 200).contains("The rest is left out");
        assertThat(rendered.html()).isEmpty();
    }

    @Test
    void aLongSubjectIsShortened() {
        Rendered rendered = rendered(MailContent.about(text("x".repeat(500))).build(), Locale.ENGLISH);
        assertThat(rendered.subject()).hasSize(Rendering.MOST_SUBJECT).endsWith("…");
    }

    private static Rendered rendered(MailContent content, Locale locale) {
        return new Rendering(cells(locale), 5_000_000).of(content);
    }

    private static Cells cells(Locale locale) {
        return new Cells(locale, ZoneId.of("Europe/Stockholm"));
    }

    private static Message text(String text) {
        return Message.verbatim(text);
    }
}
