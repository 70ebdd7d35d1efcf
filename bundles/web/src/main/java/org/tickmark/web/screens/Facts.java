package org.tickmark.web.screens;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;

/**
 * The document of an answer, as programs read it.
 *
 * @param members by name
 */
public record Facts(Map<?, ?> members) {
    /** The document of an answer; without members if it is anything else. */
    public static Facts of(CommandResult result) {
        return new Facts(result.document()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .orElse(Map.of()));
    }

    /** A list of such documents; empty if it is anything else. */
    public static List<Facts> list(Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> new Facts((Map<?, ?>) each))
                        .toList()
                : List.of();
    }

    /** The rows of a table, by column. */
    public static List<Facts> rows(Table table) {
        List<Facts> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            Map<String, Object> members = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                members.put(table.columns().get(i).name(), row.get(i));
            }
            rows.add(new Facts(members));
        });
        return rows;
    }

    /** A member that is a moment; empty if there is none. */
    public Optional<Instant> moment(String name) {
        try {
            return Optional.of(Instant.parse(text(name)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A member as a text; empty if there is none. */
    public String text(String name) {
        return Optional.ofNullable(member(name))
                .map(member -> member instanceof Message message ? message.id() : String.valueOf(member))
                .orElse("");
    }

    /** A member as people read it; empty if there is none. */
    public String said(String name, Locale locale) {
        return member(name) instanceof Message message ? message.text(locale) : text(name);
    }

    /** A member, which may be there or not; null if it is not. */
    private Object member(String name) {
        Object member = members.get(name);
        return member instanceof Optional<?> perhaps ? perhaps.orElse(null) : member;
    }

    /** A member as a whole number; 0 if there is none. */
    public long number(String name) {
        return member(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Whether a member is true. */
    public boolean is(String name) {
        return Boolean.TRUE.equals(member(name));
    }

    /** A member that is a list of texts. */
    public List<String> texts(String name) {
        return member(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A member that is a list of documents. */
    public List<Facts> list(String name) {
        return list(member(name));
    }

    /** A member that is a document. */
    public Map<?, ?> map(String name) {
        return member(name) instanceof Map<?, ?> map ? map : Map.of();
    }
}
