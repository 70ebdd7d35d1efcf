package org.tickmark.kit.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tickmark.api.TickmarkException;

/** Makes nodes of the events of the YAML parser, so that nothing is constructed that the text names. For one text. */
final class NodeReader {
    private static final int MAX_DEPTH = 32;

    /** Far above what 4 MiB can hold; the size is checked before. */
    private static final int CODE_POINTS = Integer.MAX_VALUE;

    private final String source;
    private Iterator<Event> events;
    private int depth;

    NodeReader(String source) {
        this.source = source;
    }

    Node read(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(CODE_POINTS)
                .build();
        try {
            events = new Parse(settings).parseString(yaml).iterator();
            return document();
        } catch (MarkedYamlEngineException e) {
            throw Definition.problem(place(e.getProblemMark().or(e::getContextMark)), "yaml.syntax", e.getProblem())
                    .exception(e);
        } catch (YamlEngineException e) {
            throw Definition.problem(source, "yaml.syntax", String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private Node document() {
        expect(Event.ID.StreamStart);
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw Definition.problem(source, "yaml.empty").exception();
        }
        Node root = node(events.next());
        expect(Event.ID.DocumentEnd);
        Event last = events.next();
        if (last.getEventId() != Event.ID.StreamEnd) {
            throw problem(last, "yaml.several-documents");
        }
        if (root instanceof Node.Absent) {
            throw Definition.problem(source, "yaml.empty").exception();
        }
        if (root instanceof Node.Scalar) {
            throw Definition.problem(source + ":" + root.line(), "yaml.not-a-block")
                    .exception();
        }
        return root;
    }

    private void expect(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw new IllegalStateException("YAML event " + event + ", expected " + id);
        }
    }

    private Node node(Event event) {
        if (event instanceof AliasEvent) {
            throw problem(event, "yaml.alias");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problem(event, "yaml.alias");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (start.getTag().isPresent()) {
            throw problem(event, "yaml.tag", start.getTag().get());
        }
        if (++depth > MAX_DEPTH) {
            throw problem(event, "yaml.too-deep", MAX_DEPTH);
        }
        Node node = event.getEventId() == Event.ID.SequenceStart ? sequence(line(event)) : mapping(line(event));
        depth--;
        return node;
    }

    private Node scalar(ScalarEvent scalar) {
        if (scalar.getTag().isPresent()) {
            throw problem(scalar, "yaml.tag", scalar.getTag().get());
        }
        if (scalar.isPlain() && isAbsent(scalar.getValue())) {
            return new Node.Absent(line(scalar));
        }
        return new Node.Scalar(scalar.getValue(), line(scalar));
    }

    private static boolean isAbsent(String plain) {
        return switch (plain) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    private Node sequence(int line) {
        List<Node> elements = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            elements.add(node(event));
        }
        return new Node.Sequence(Collections.unmodifiableList(elements), line);
    }

    private Node mapping(int line) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = key(event);
            Node.Member member = new Node.Member(node(events.next()), line(event));
            Node.Member before = members.putIfAbsent(key, member);
            if (before != null) {
                throw problem(event, "yaml.duplicate-key", key, before.keyLine());
            }
        }
        return new Node.Mapping(Collections.unmodifiableMap(members), line);
    }

    private String key(Event event) {
        Node node = node(event);
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw problem(event, "yaml.key-not-text");
    }

    private TickmarkException problem(Event event, String id, Object... arguments) {
        return Definition.problem(place(event.getStartMark()), id, arguments).exception();
    }

    private String place(Optional<Mark> mark) {
        return mark.map(at -> source + ":" + (at.getLine() + 1)).orElse(source);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
