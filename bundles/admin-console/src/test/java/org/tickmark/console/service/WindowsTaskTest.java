package org.tickmark.console.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class WindowsTaskTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void hasTheElementsOfTheSchemaInItsOrder() throws Exception {
        Element task = parse(text("C:\\data & more")).getDocumentElement();

        assertThat(task.getNamespaceURI()).isEqualTo("http://schemas.microsoft.com/windows/2004/02/mit/task");
        assertThat(task.getAttribute("version")).isEqualTo("1.2");
        assertThat(children(task)).containsExactly("RegistrationInfo", "Triggers", "Principals", "Settings", "Actions");
        assertThat(children(first(task, "CalendarTrigger")))
                .containsExactly("Enabled", "StartBoundary", "ScheduleByWeek");
        assertThat(children(first(task, "ScheduleByWeek"))).containsExactly("WeeksInterval", "DaysOfWeek");
        assertThat(children(first(task, "DaysOfWeek")))
                .containsExactly("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
        assertThat(children(first(task, "Exec"))).containsExactly("Command", "Arguments", "WorkingDirectory");
        assertThat(first(task, "Actions").getAttribute("Context"))
                .isEqualTo(first(task, "Principal").getAttribute("id"));
        assertThat(first(task, "StartBoundary").getTextContent()).isEqualTo("2026-11-27T05:30:00");
    }

    @Test
    void wordsWithBlanksAreQuotedAndMarkupIsText() throws Exception {
        Element task = parse(text("C:\\data & more")).getDocumentElement();

        assertThat(first(task, "WorkingDirectory").getTextContent()).endsWith("C:\\data & more");
        assertThat(first(task, "Arguments").getTextContent())
                .startsWith("--data \"")
                .contains("C:\\data & more\" --config ")
                .endsWith("--quiet /A --wait-lock 30m");
    }

    private static String text(String data) {
        return WindowsTask.of(SystemdUnitsTest.plan(Path.of(data), "DOMAIN\\kari"), FRIDAY);
    }

    private static Document parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static Element first(Element in, String name) {
        return (Element) in.getElementsByTagName(name).item(0);
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                names.add(child.getTagName());
            }
        }
        return names;
    }
}
