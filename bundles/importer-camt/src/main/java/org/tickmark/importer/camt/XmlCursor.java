package org.tickmark.importer.camt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
final class XmlCursor {
    /** Elements whose number is part of their place even when there is but one. */
    private static final Set<String> NUMBERED = Set.of("Stmt", "Rpt", "Ntfctn", "Ntry", "TxDtls");

    private static final int FIRST_LEVELS = 32;
    /** What a text takes in memory beside its characters. */
    private static final int TEXT_OVERHEAD = 64;
    /** What one entry may take in memory, in bytes. */
    private static final int BUDGET = 64 * 1024 * 1024;

    private final DocumentReader input;
    private final Limits limits;
    private final XMLStreamReader reader;

    /** The elements from the root to the cursor; {@code names[0]} is the document itself. */
    private String[] names = new String[FIRST_LEVELS];
    /** At each level, how many elements of that name stand in a row. */
    private int[] numbers = new int[FIRST_LEVELS];

    private int depth;
    private int rootDepth;
    private long spent;

    private XmlCursor(DocumentReader input, Limits limits) throws IOException {
        this.input = input;
        this.limits = limits;
        try {
            this.reader = factory().createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw refusal(e, 1, 1);
        }
    }

    /** A cursor before the root element of a document. */
    static XmlCursor over(InputStream in, Limits limits) throws IOException {
        return new XmlCursor(DocumentReader.over(in, limits.line()), limits);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // This limit counts every "&amp;" of the document, and newer JDKs set it low; without a DTD there is nothing
        // else for it to count.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    /** Enters the next child of the element that the cursor is in; or leaves that element and returns false when there is none. */
    boolean nextChild() throws IOException {
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
    boolean nextElement() throws IOException {
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

    /** The local name of the element that the cursor is in. */
    String name() {
        return names[depth];
    }

    /** Makes places begin below the element that the cursor is in. */
    void takeAsRoot() {
        rootDepth = depth;
    }

    /** The value of an attribute of the element just entered; empty when it has none of that name. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    /** The text of the element just entered, without blanks around it, and leaves it. Texts of children are left out. */
    String text() throws IOException {
        return textOrChild(Set.of());
    }

    /**
     * The text of the element just entered or, when it has none, of its first child of a given name, and leaves it: for fields that newer
     * versions moved a level down.
     */
    String textOrChild(Set<String> children) throws IOException {
        Pieces own = new Pieces();
        String childText = "";
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter(reader.getLocalName());
                childText = childText.isEmpty() && children.contains(name()) ? text() : skipped(childText);
            } else if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                own.add();
            }
        }
        leave();
        String text = own.joined().strip();
        return spend(text.isEmpty() ? childText : text);
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

    private String skipped(String result) throws IOException {
        skip();
        return result;
    }

    /** Leaves the element just entered. */
    void skip() throws IOException {
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
    void renewBudget() {
        spent = 0;
    }

    /** The name of the document's character encoding. */
    String encoding() {
        return input.encoding();
    }

    /** The local name of the document's root element; empty when there is none. */
    String rootName() {
        return names[1] == null ? "" : names[1];
    }

    /** The line that the cursor is in, from 1. */
    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** The path to the element that the cursor is in, such as {@code Stmt[1]/Ntry[3]}. */
    String path() {
        return pathTo(depth);
    }

    /** Line and path of the element that the cursor is in. */
    String place() {
        return place(line(), path());
    }

    /** Line and path of the element that the cursor left last. */
    String placeLeft() {
        return place(line(), pathTo(depth + 1));
    }

    /** A place in words for programs and people alike. */
    static String place(int line, String path) {
        return "line " + line + ", " + path;
    }

    private String pathTo(int last) {
        StringBuilder path = new StringBuilder();
        for (int level = rootDepth + 1; level <= last; level++) {
            path.append(path.isEmpty() ? "" : "/").append(names[level]);
            if (numbers[level] > 1 || NUMBERED.contains(names[level])) {
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
        } catch (XMLStreamException e) {
            throw refusal(
                    e,
                    reader.getLocation().getLineNumber(),
                    reader.getLocation().getColumnNumber());
        } catch (RuntimeException e) {
            // The JDK's parser lets internal exceptions out for some kinds of damage.
            throw refusal(
                    e,
                    reader.getLocation().getLineNumber(),
                    reader.getLocation().getColumnNumber());
        }
        if (event == XMLStreamConstants.DTD) {
            throw Problem.error(ErrorClass.E3.code("dtd"), Texts.message("camt.dtd"))
                    .where("line " + line())
                    .advice(Texts.message("camt.dtd.advice"))
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
            throw Problem.error(ErrorClass.E3.code("depth"), Texts.message("camt.depth", limits.depth()))
                    .where(place())
                    .exception();
        }
    }

    private void leave() {
        depth--;
    }

    private void requireLength(int length) {
        if (length > limits.line()) {
            throw Problem.error(ErrorClass.E3.code("length"), Texts.message("camt.length", limits.line()))
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
     * Counts what is kept of an entry.
     *
     * @throws TickmarkException if one entry takes too much memory
     */
    void spend(int bytes) {
        spent += bytes;
        if (spent > BUDGET) {
            throw Problem.error(ErrorClass.E3.code("entry-size"), Texts.message("camt.entry-size", BUDGET >> 20))
                    .where(place())
                    .advice(Texts.message("camt.entry-size.advice"))
                    .exception();
        }
    }

    /** Why the parser gave up. */
    private TickmarkException refusal(Exception cause, int line, int column) throws IOException {
        input.throwFailure();
        String place = "line " + line + ", column " + column;
        if (input.isExceeded()) {
            return Problem.error(ErrorClass.E3.code("length"), Texts.message("camt.length", limits.line()))
                    .where(place)
                    .exception(cause);
        }
        if (input.isAtEnd() && input.isEmpty()) {
            return Problem.error(ErrorClass.E1.code("empty"), Texts.message("camt.empty"))
                    .advice(Texts.message("camt.empty.advice"))
                    .exception(cause);
        }
        if (!input.isXml()) {
            return notCamt(place).exception(cause);
        }
        if (isAboutEncoding(cause)) {
            return Problem.error(ErrorClass.E3.code("encoding"), Texts.message("camt.encoding"))
                    .where(place)
                    .expected(input.encoding())
                    .advice(Texts.message("camt.encoding.advice"))
                    .exception(cause);
        }
        if (names[1] == null) {
            return notCamt(place).exception(cause);
        }
        if (input.isAtEnd() && !endsWithRoot()) {
            return Problem.error(ErrorClass.E3.code("cut-off"), Texts.message("camt.cut-off"))
                    .where(place())
                    .expected("</" + names[1] + ">")
                    .advice(Texts.message("camt.again.advice"))
                    .exception(cause);
        }
        return Problem.error(ErrorClass.E3.code("xml"), Texts.message("camt.xml"))
                .where(place)
                .advice(Texts.message("camt.again.advice"))
                .exception(cause);
    }

    /** The problem of a file that holds no message. */
    static Problem.Builder notCamt(String place) {
        return Problem.error(ErrorClass.E2.code("not-camt"), Texts.message("camt.not-camt"))
                .where(place)
                .expected("camt.052, camt.053, camt.054")
                .advice(Texts.message("camt.not-camt.advice"));
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
