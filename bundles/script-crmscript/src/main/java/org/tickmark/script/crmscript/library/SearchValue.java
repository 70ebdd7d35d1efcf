package org.tickmark.script.crmscript.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Weighed;

/** A search over the records of one source: which fields, which rows, in which order; then a cursor over what was found. */
final class SearchValue implements Weighed {
    private static final int PAGE = 1_000;
    private static final int BYTES = 256;
    private static final int ROW_BYTES = 64;

    private final List<SearchField> fields = new ArrayList<>();
    private final List<SearchCriterion> criteria = new ArrayList<>();
    private final List<SearchCriterion> having = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private List<List<String>> rows = new ArrayList<>();
    private long limit = Long.MAX_VALUE;
    private boolean distinct;
    private boolean group;
    private int at;

    private record Order(SearchField field, boolean ascending) {}

    static SearchValue make(Run run) {
        run.meter().bytes(BYTES);
        return new SearchValue();
    }

    void addField(Run run, SearchField field) {
        run.meter().bytes(BYTES);
        fields.add(field);
    }

    void addCriterion(Run run, SearchCriterion criterion) {
        run.meter().bytes(BYTES);
        criteria.add(criterion);
    }

    /** Adds a condition on groups. */
    void addHaving(Run run, SearchCriterion criterion) {
        run.meter().bytes(BYTES);
        having.add(criterion);
    }

    void addOrder(Run run, SearchField field, boolean ascending) {
        run.meter().bytes(BYTES);
        orders.add(new Order(field, ascending));
    }

    void limit(long most) {
        limit = Math.max(0, most);
    }

    void distinct(boolean wish) {
        distinct = wish;
    }

    void group(boolean wish) {
        group = wish;
    }

    // ---------------------------------------------------------------- searching

    /** Searches; the number of rows found. */
    int execute(Run run) {
        Source source = source(run);
        List<Group> groups = groups(run, source, found(run, source));
        groups.removeIf(rows -> !SearchCriterion.all(having, field -> text(run, source, rows, field)));
        sort(run, source, groups);
        rows = selected(run, source, groups);
        at = 0;
        return rows.size();
    }

    /** The rows that fulfil the criteria; no more than are wanted, where each is one of the result. */
    private List<List<Object>> found(Run run, Source source) {
        List<List<Object>> found = new ArrayList<>();
        boolean asFound = orders.isEmpty() && having.isEmpty() && !distinct && !isGrouped();
        String after = "";
        Table page;
        do {
            page = page(run, source, after);
            for (List<Object> row : page.rows()) {
                run.meter().work(1 + criteria.size());
                Group alone = new Group(List.of(row));
                if (SearchCriterion.all(criteria, field -> text(run, source, alone, field))) {
                    run.meter().bytes(ROW_BYTES * (1L + row.size()));
                    found.add(row);
                }
                after = String.valueOf(row.get(0));
            }
        } while (page.rows().size() == PAGE && !(asFound && found.size() >= limit));
        return found;
    }

    /** Rows that become one row of the result. */
    private record Group(List<List<Object>> rows) {}

    private boolean isGrouped() {
        return group || fields.stream().anyMatch(field -> field.function().joins());
    }

    /** Each row by itself, or those that agree in all fields that are not made of several rows. */
    private List<Group> groups(Run run, Source source, List<List<Object>> found) {
        if (!isGrouped()) {
            return found.stream().map(row -> new Group(List.of(row))).collect(Collectors.toCollection(ArrayList::new));
        }
        List<SearchField> keys =
                fields.stream().filter(field -> !field.function().joins()).toList();
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(List.of(), new Group(new ArrayList<>()));
        }
        for (List<Object> row : found) {
            run.meter().work(1 + keys.size());
            run.meter().bytes(ROW_BYTES);
            Group alone = new Group(List.of(row));
            List<String> key =
                    keys.stream().map(field -> text(run, source, alone, field)).toList();
            groups.computeIfAbsent(key, none -> new Group(new ArrayList<>()))
                    .rows()
                    .add(row);
        }
        return new ArrayList<>(groups.values());
    }

    /**
     * Where the rows come from.
     *
     * @param name the source
     * @param records what lists them
     */
    private record Source(String name, RecordSource records) {
        /** The place of a column among the values of a row. */
        int index(String field) {
            String column = field.substring(field.indexOf('.') + 1);
            List<Column> columns = records.columns();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(column) && field.startsWith(name + ".")) {
                    return i;
                }
            }
            List<String> names =
                    columns.stream().map(known -> name + "." + known.name()).toList();
            throw new Fault(Fault.ACCESS, Texts.text("run.search-field", field, String.join(", ", names)));
        }
    }

    private Source source(Run run) {
        String field = fields.isEmpty() ? "" : fields.get(0).name();
        String name = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        RecordSource records = Optional.ofNullable(run.call().records().get(name))
                .orElseThrow(() -> new Fault(
                        Fault.ACCESS,
                        Texts.text(
                                "run.search-source",
                                name,
                                String.join(", ", run.call().records().keySet()))));
        Source source = new Source(name, records);
        fields.forEach(wanted -> source.index(wanted.name()));
        Stream.concat(criteria.stream(), having.stream())
                .flatMap(criterion -> Stream.concat(Stream.of(criterion.field()), criterion.other().stream()))
                .forEach(wanted -> source.index(wanted.name()));
        return source;
    }

    private Table page(Run run, Source source, String after) {
        run.meter().work(PAGE);
        try {
            return source.records().list(run.call().caller(), new RecordQuery(Map.of(), PAGE, after));
        } catch (TickmarkException e) {
            throw new Fault(Fault.ACCESS, Message.verbatim(e.problem().text(Locale.ENGLISH)));
        }
    }

    private static Object value(Run run, Source source, Group group, SearchField field) {
        int index = source.index(field.name());
        if (!field.function().joins()) {
            return field.function()
                    .of(
                            group.rows().stream()
                                    .limit(1)
                                    .map(row -> row.get(index))
                                    .toList(),
                            run.clock().getZone());
        }
        run.meter().work(group.rows().size());
        List<Object> values = new ArrayList<>();
        group.rows().forEach(row -> values.add(row.get(index)));
        return field.function().of(values, run.clock().getZone());
    }

    private static String text(Run run, Source source, Group group, SearchField field) {
        return SearchField.text(value(run, source, group, field));
    }

    private void sort(Run run, Source source, List<Group> groups) {
        if (orders.isEmpty()) {
            return;
        }
        Object[] sorted = groups.toArray();
        MergeSort.sort(sorted, (one, other) -> {
            run.meter().work(orders.size());
            return compare(run, source, (Group) one, (Group) other);
        });
        groups.clear();
        Arrays.stream(sorted).map(Group.class::cast).forEach(groups::add);
    }

    private int compare(Run run, Source source, Group one, Group other) {
        for (Order order : orders) {
            int sign = SearchCriterion.compareValues(
                    value(run, source, one, order.field()), value(run, source, other, order.field()));
            if (sign != 0) {
                return order.ascending() ? sign : -sign;
            }
        }
        return 0;
    }

    private List<List<String>> selected(Run run, Source source, List<Group> groups) {
        Collection<List<String>> result = distinct ? new LinkedHashSet<>() : new ArrayList<>();
        for (Group rows : groups) {
            if (result.size() >= limit) {
                break;
            }
            List<String> values = new ArrayList<>();
            fields.forEach(field -> values.add(Lib.made(run, text(run, source, rows, field))));
            result.add(values);
        }
        return new ArrayList<>(result);
    }

    // ---------------------------------------------------------------- the cursor

    boolean atEnd() {
        return at >= rows.size();
    }

    boolean first() {
        at = 0;
        return !atEnd();
    }

    boolean next() {
        if (!atEnd()) {
            at++;
        }
        return !atEnd();
    }

    int size() {
        return rows.size();
    }

    /** A field of the row under the cursor; empty at the end. */
    String field(long index) {
        int column = Lib.index(index, fields.size() - 1L);
        return atEnd() ? "" : rows.get(at).get(column);
    }

    String field(SearchField field) {
        int index = fields.indexOf(field);
        if (index < 0) {
            throw new Fault(Fault.ACCESS, Texts.text("run.search-field", field.title(), String.join(", ", titles())));
        }
        return field(index);
    }

    /** The fields of the result, by name. */
    List<String> titles() {
        return fields.stream().map(SearchField::title).toList();
    }

    List<List<String>> rows() {
        return rows;
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        rows.forEach(row -> row.forEach(inner));
        return BYTES * (1L + fields.size() + criteria.size() + having.size() + orders.size())
                + (long) ROW_BYTES * rows.size() * (1L + fields.size());
    }
}
