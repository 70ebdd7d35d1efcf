package org.tickmark.kit.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.message.Message;

class XmlCursorTest {
    private static final DocumentKind KIND = new DocumentKind(
            Set.of("item"), () -> Problem.error("E2.other", Message.verbatim("another kind")), Optional.empty());

    @Test
    void walksByLocalNamesAndKnowsWhereItIs() throws IOException {
        XmlCursor xml = over("<p:list xmlns:p='urn:x'><item a=' 1 '>one</item>\n<item><b>two</b></item></p:list>");

        assertThat(xml.nextElement()).isTrue();
        assertThat(xml.name()).isEqualTo("list");
        assertThat(xml.namespace()).isEqualTo("urn:x");
        xml.takeAsRoot();
        assertThat(xml.nextChild()).isTrue();
        assertThat(xml.namespace()).isEmpty();
        assertThat(xml.attribute("a")).isEqualTo("1");
        assertThat(xml.attribute("b")).isEmpty();
        assertThat(xml.place()).isEqualTo("line 1, item[1]");
        assertThat(xml.text()).isEqualTo("one");
        assertThat(xml.nextChild()).isTrue();
        assertThat(xml.place()).isEqualTo("line 2, item[2]");
        xml.skip();
        assertThat(xml.nextChild()).isFalse();
        assertThat(xml.nextElement()).isFalse();
    }

    @Test
    void readsATextAndTheChildrenBesideIt() throws IOException {
        XmlCursor xml = over("<amount> 1<!-- no --><unit>NOK</unit>2 <rate><now>7</now></rate></amount>");
        List<String> children = new ArrayList<>();
        xml.nextElement();

        String own = xml.text(() -> children.add(xml.name() + " " + xml.textOrChild(Set.of("now"))));

        assertThat(own).isEqualTo("12");
        assertThat(children).containsExactly("unit NOK", "rate 7");
    }

    @Test
    void readsATextWithTheBlanksAroundIt() throws IOException {
        XmlCursor xml = over("<t> a <b>c</b> </t>");
        xml.nextElement();

        assertThat(xml.textWithBlanks()).isEqualTo(" a  ");
    }

    @Test
    void letsOutWhatTheStreamRefuses() {
        Problem refused =
                Problem.error("E3.tight", Message.verbatim("too much")).build();
        InputStream stream = new SequenceInputStream(
                new ByteArrayInputStream(("<list>" + "<item/>".repeat(50_000)).getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() {
                        throw refused.exception();
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        return read();
                    }
                });

        TickmarkException thrown = catchThrowableOfType(TickmarkException.class, () -> {
            XmlCursor xml = XmlCursor.over(stream, Limits.USUAL, KIND);
            while (xml.nextElement()) {
                xml.skip();
            }
        });

        assertThat(thrown.problem()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "'', E1.empty",
        "'prose', E2.other",
        "'<a><b></a>', E3.xml",
        "'<a><b>', E3.cut-off",
        "'<!DOCTYPE a><a/>', E3.dtd",
        "'<a>&undeclared;</a>', E3.xml",
        "'<?xml version=\"1.0\" encoding=\"X-NONE\"?><a/>', E3.encoding"
    })
    void refusesWhatItCannotRead(String document, String code) {
        assertThat(refusal(document).code()).isEqualTo(code);
    }

    @Test
    void refusesARecordThatTakesTooMuchMemoryUnlessTheBudgetIsRenewed() throws IOException {
        String document = "<a>" + "<b>x</b>".repeat(3000) + "</a>";
        XmlCursor xml = over(document);
        xml.nextElement();
        while (xml.nextChild()) {
            xml.renewBudget();
            xml.spend(1 << 20);
            xml.text();
        }
        assertThat(xml.nextElement()).isFalse();

        XmlCursor other = over(document);
        Problem problem = catchThrowableOfType(TickmarkException.class, () -> {
                    while (other.nextElement()) {
                        other.spend(1 << 20);
                    }
                })
                .problem();
        assertThat(problem.code()).isEqualTo("E3.entry-size");
    }

    private static Problem refusal(String document) {
        return catchThrowableOfType(TickmarkException.class, () -> {
                    XmlCursor xml = over(document);
                    while (xml.nextElement()) {
                        assertThat(xml.name()).isNotEmpty();
                    }
                })
                .problem();
    }

    private static XmlCursor over(String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return XmlCursor.over(new ByteArrayInputStream(bytes), Limits.USUAL, KIND);
    }
}
