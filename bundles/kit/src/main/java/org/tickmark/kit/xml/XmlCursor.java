package org.tickmark.kit.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.Limits;

/**
 * Walks an XML document from element to element by local names. The cursor is always inside an element: {@link #nextChild} enters its next
 * child or, at its end, leaves it; {@link #text} and {@link #skip} read an element to its end and leave it. Whoever enters an element leaves it.
 *
 * <p>Documents with a document type declaration are refused, so there are no entities to expand. Whatever the parser dislikes is a
 * {@link TickmarkException} of class E3 with line and column.
 */
public final class XmlCursor {
    private static final int FIRST_LEVELS = 32;
    /** What a text takes in memory beside its characters. */
    private static final int TEXT_OVERHEAD = 64;
    /** What one record may take in memory, in bytes. */
    private static final int BUDGET = 64 * 1024 * 1024;

    private final DocumentReader input;
    private final Limits limits;
    private final DocumentKind kind;
    private final XMLStreamReader reader;
    private final ChildReader skipping = this::skip;

    /** The elements from the root to the cursor; {@code names[0]} is the document itself. */
    private String[] names = new String[FIRST_LEVELS];
    /** At each level, how many elements of that name stand in a row. */
    private int[] numbers = new int[FIRST_LEVELS];

    private int depth;
    private int rootDepth;
    private long spent;

    private XmlCursor(DocumentReader input, Limits limits, DocumentKind kind) throws IOException {
        this.input = input;
        this.limits = limits;
        this.kind = kind;
        try {
            this.reader = factory().createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw refusal(e, 1, 1);
        }
    }

    /**
     * A cursor before the root element of a document.
     *
     * @throws TickmarkException if the stream is empty or is no XML
     */
    public static XmlCursor over(InputStream in, Limits limits, DocumentKind kind) throws IOException {
        return new XmlCursor(DocumentReader.over(in, limits.line()), limits, kind);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // What is wrong is to be told where it is met, not where it is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // The document's reader keeps that within bounds, as all else.
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }

    /** Enters the next child of the element that the cursor is in; or leaves that element and returns false when there is none. */
    public boolean nextChild() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter(reader.getLocalName());
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    leave();
                    return false;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // blanks and comments between elements
                }
            }
        }
    }

    /** Enters the next element in the order of the document, at whatever level; false when the document ends. */
    public boolean nextElement() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter(reader.getLocalName());
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> leave();
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // blanks and comments between elements
                }
            }
        }
    }

    /**
     * Reads on to the end of the document.
     *
     * @throws TickmarkException if there is more than blanks and comments
     */
    public void requireEnd() throws IOException {
        while (nextElement()) {
            skip();
        }
    }

    /** The local name of the element that the cursor is in. */
    public String name() {
        return names[depth];
    }

    /** Makes places begin below the element that the cursor is in. */
    public void takeAsRoot() {
        rootDepth = depth;
    }

    /** The namespace of the element just entered; empty when it has none. */
    public String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** The value of an attribute of the element just entered; empty when it has none of that name. */
    public String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    /** The text of the element just entered, without blanks around it, and leaves it. Texts of children are left out. */
    public String text() throws IOException {
        return text(skipping);
    }

    /**
     * The text of the element just entered or, when it has none, of its first child of a given name, and leaves it: for fields that newer
     * versions moved a level down.
     */
    public String textOrChild(Set<String> children) throws IOException {
        FirstOf first = new FirstOf(children);
        String own = text(first);
        return own.isEmpty() ? first.text : own;
    }

    /** Reads a child element that has just been entered, and leaves it. */
    @FunctionalInterface
    public interface ChildReader {
        /** Reads the child and leaves it. */
        void read() throws IOException;
    }

    /** The text of the element just entered, without blanks around it, and leaves it; its children are read on the way. */
    public String text(ChildReader children) throws IOException {
        return spend(ownText(children).strip());
    }

    /** The text of the element just entered with the blanks around it, and leaves it. Texts of children are left out. */
    public String textWithBlanks() throws IOException {
        return spend(ownText(skipping));
    }

    private String ownText(ChildReader children) throws IOException {
        Pieces own = new Pieces();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter(reader.getLocalName());
                children.read();
            } else if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                own.add();
            }
        }
        leave();
        return own.joined();
    }

    /** The text of the first child of a given name. */
    private final class FirstOf implements ChildReader {
        private final Set<String> names;
        private String text = "";

        FirstOf(Set<String> names) {
            this.names = names;
        }

        @Override
        public void read() throws IOException {
            if (text.isEmpty() && names.contains(name())) {
                text = XmlCursor.this.text();
            } else {
                skip();
            }
        }
    }

    /** Joins the pieces in which the parser tells a text; most texts come in one. */
    private final class Pieces {
        private String first = "";
        private StringBuilder all;

        void add() {
            if (first.isEmpty()) {
                first = reader.getText();
            } else {
                all = all == null ? new StringBuilder(first) : all;
                all.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
            requireLength(all == null ? first.length() : all.length());
        }

        String joined() {
            return all == null ? first : all.toString();
        }
    }

    /** Leaves the element just entered. */
    public void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> enter(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> leave();
                default -> {
                    // what is skipped
                }
            }
        }
    }

    /** Starts to count anew what is kept of the texts read. */
    public void renewBudget() {
        spent = 0;
    }

    /** The name of the document's character encoding. */
    public String encoding() {
        return input.encoding();
    }

    /** The local name of the document's root element; empty when there is none. */
    public String rootName() {
        return names[1] == null ? "" : names[1];
    }

    /** The line that the cursor is in, from 1. */
    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /** The path to the element that the cursor is in, such as {@code Stmt[1]/Ntry[3]}. */
    public String path() {
        return pathTo(depth);
    }

    /** Line and path of the element that the cursor is in. */
    public String place() {
        return place(line(), path());
    }

    /** Line and path of the element that the cursor left last. */
    public String placeLeft() {
        return place(line(), pathTo(depth + 1));
    }

    /** A place in words for programs and people alike. */
    public static String place(int line, String path) {
        return "line " + line + ", " + path;
    }

    private String pathTo(int last) {
        StringBuilder path = new StringBuilder();
        for (int level = rootDepth + 1; level <= last; level++) {
            path.append(path.isEmpty() ? "" : "/").append(names[level]);
            if (numbers[level] > 1 || kind.numbered().contains(names[level])) {
                path.append('[').append(numbers[level]).append(']');
            }
        }
        return path.toString();
    }

    private int next() throws IOException {
        int event;
        try {
            input.event();
            event = reader.next();
        } catch (TickmarkException e) {
            // What the stream itself refuses, such as one that unpacks to too much.
            throw e;
        } catch (XMLStreamException e) {
            throw refusal(
                    e,
                    reader.getLocation().getLineNumber(),
                    reader.getLocation().getColumnNumber());
        } catch (RuntimeException e) {
            // Parsers let internal exceptions out for some kinds of damage.
            throw refusal(
                    e,
                    reader.getLocation().getLineNumber(),
                    reader.getLocation().getColumnNumber());
        }
        if (event == XMLStreamConstants.DTD) {
            throw Problem.error(ErrorClass.E3.code("dtd"), Texts.message("xml.dtd"))
                    .where("line " + line())
                    .advice(Texts.message("xml.dtd.advice"))
                    .exception();
        }
        return event;
    }

    private void enter(String name) {
        depth++;
        if (depth + 1 >= names.length) {
            names = Arrays.copyOf(names, 2 * names.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[depth] = name.equals(names[depth]) ? numbers[depth] + 1 : 1;
        names[depth] = name;
        names[depth + 1] = null;
        if (depth > limits.depth()) {
            throw Problem.error(ErrorClass.E3.code("depth"), Texts.message("xml.depth", limits.depth()))
                    .where(place())
                    .exception();
        }
    }

    private void leave() {
        depth--;
    }

    private void requireLength(int length) {
        if (length > limits.line()) {
            throw Problem.error(ErrorClass.E3.code("length"), Texts.message("xml.length", limits.line()))
                    .where(place())
                    .exception();
        }
    }

    private String spend(String text) {
        if (!text.isEmpty()) {
            spend(text.length() + TEXT_OVERHEAD);
        }
        return text;
    }

    /**
     * Counts what is kept of a record beside the texts read.
     *
     * @throws TickmarkException if what is kept since {@link #renewBudget} is more than 64 MB
     */
    public void spend(int bytes) {
        spent += bytes;
        if (spent > BUDGET) {
            Problem.Builder problem = Problem.error(
                            ErrorClass.E3.code("entry-size"), Texts.message("xml.entry-size", BUDGET >> 20))
                    .where(place());
            kind.largeRecordAdvice().ifPresent(problem::advice);
            throw problem.exception();
        }
    }

    /** Why the parser gave up. */
    private TickmarkException refusal(Exception cause, int line, int column) throws IOException {
        input.throwFailure();
        String place = "line " + line + ", column " + column;
        if (input.isExceeded()) {
            return Problem.error(ErrorClass.E3.code("length"), Texts.message("xml.length", limits.line()))
                    .where(place)
                    .exception(cause);
        }
        if (input.isAtEnd() && input.isEmpty()) {
            return Problem.error(ErrorClass.E1.code("empty"), Texts.message("xml.empty"))
                    .advice(Texts.message("xml.empty.advice"))
                    .exception(cause);
        }
        if (!input.isXml()) {
            return kind.stranger().get().where(place).exception(cause);
        }
        if (isAboutEncoding(cause)) {
            return Problem.error(ErrorClass.E3.code("encoding"), Texts.message("xml.encoding"))
                    .where(place)
                    .expected(input.encoding())
                    .advice(Texts.message("xml.encoding.advice"))
                    .exception(cause);
        }
        if (names[1] == null) {
            return kind.stranger().get().where(place).exception(cause);
        }
        if (input.isAtEnd() && !endsWithRoot()) {
            return Problem.error(ErrorClass.E3.code("cut-off"), Texts.message("xml.cut-off"))
                    .where(place())
                    .expected("</" + names[1] + ">")
                    .advice(Texts.message("xml.again.advice"))
                    .exception(cause);
        }
        return Problem.error(ErrorClass.E3.code("xml"), Texts.message("xml.xml"))
                .where(place)
                .advice(Texts.message("xml.again.advice"))
                .exception(cause);
    }

    private boolean endsWithRoot() {
        return input.tail().strip().matches("(?s).*</([^<>/]*:)?" + Pattern.quote(names[1]) + "\\s*>");
    }

    private static boolean isAboutEncoding(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = causeOf(cause)) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable causeOf(Throwable thrown) {
        return thrown instanceof XMLStreamException wrapper ? wrapper.getNestedException() : thrown.getCause();
    }
}
