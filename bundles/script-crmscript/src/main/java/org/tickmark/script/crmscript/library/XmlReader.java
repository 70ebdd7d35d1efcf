package org.tickmark.script.crmscript.library;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;

/** Reads XML, by local names. A document type declaration is refused, so there are no entities that could grow. */
final class XmlReader {
    private static final int DEEPEST = 100;

    private XmlReader() {}

    /** The root element. */
    static NodeValue read(Run run, String text) {
        run.meter().text(text.length());
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            return root(run, reader);
        } catch (XMLStreamException e) {
            String place = e.getLocation() == null
                    ? "1:1"
                    : e.getLocation().getLineNumber() + ":" + e.getLocation().getColumnNumber();
            throw new Fault(Fault.CONVERSION, Texts.text("run.xml", place));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static NodeValue root(Run run, XMLStreamReader reader) throws XMLStreamException {
        Deque<NodeValue> open = new ArrayDeque<>();
        NodeValue root = null;
        while (reader.hasNext()) {
            run.meter().step();
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("DTD", reader.getLocation());
                case XMLStreamConstants.START_ELEMENT -> {
                    NodeValue node = element(run, reader);
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.peek().children().add(node);
                    }
                    open.push(node);
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("depth", reader.getLocation());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    addText(run, open.peek(), reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    NodeValue node = open.pop();
                    node.text(node.text().strip());
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return root;
    }

    private static NodeValue element(Run run, XMLStreamReader reader) {
        run.meter().bytes(NodeValue.bytes());
        NodeValue node = new NodeValue(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = Lib.made(run, reader.getAttributeValue(i));
            node.attributes().put(reader.getAttributeLocalName(i), value);
        }
        return node;
    }

    private static void addText(Run run, NodeValue node, String text) {
        if (node != null) {
            node.text(Lib.made(run, node.text().concat(text)));
        }
    }
}
