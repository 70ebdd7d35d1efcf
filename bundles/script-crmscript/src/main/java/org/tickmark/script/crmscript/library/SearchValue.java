package org.tickmark.script.crmscript.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final List<String> fields = new ArrayList<>();
    private final List<SearchCriterion> criteria = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private List<List<String>> rows = new ArrayList<>();
    private long limit = Long.MAX_VALUE;
    private boolean distinct;
    private int at;

    private record Order(String field, boolean ascending) {}

    static SearchValue make(Run run) {
        run.meter().bytes(BYTES);
        return new SearchValue();
    }

    void addField(Run run, String field) {
        run.meter().bytes(BYTES);
        fields.add(field.strip().toLowerCase(Locale.ROOT));
    }

    void addCriterion(Run run, SearchCriterion criterion) {
        run.meter().bytes(BYTES);
        criteria.add(criterion);
    }

    void addOrder(Run run, String field, boolean ascending) {
        run.meter().bytes(BYTES);
        orders.add(new Order(field.strip().toLowerCase(Locale.ROOT), ascending));
    }

    void limit(long most) {
        limit = Math.max(0, most);
    }

    void distinct(boolean wish) {
        distinct = wish;
    }

    // ---------------------------------------------------------------- searching

    /** Searches; the number of rows found. */
    int execute(Run run) {
        Source source = source(run);
        List<List<Object>> found = new ArrayList<>();
        boolean all = orders.isEmpty() && !distinct;
        String after = "";
        Table page;
        do {
            page = page(run, source, after);
            for (List<Object> row : page.rows()) {
                run.meter().work(1 + criteria.size());
                if (SearchCriterion.all(criteria, field -> text(source, row, field))) {
                    run.meter().bytes(ROW_BYTES * (1L + row.size()));
                    found.add(row);
                }
                after = String.valueOf(row.get(0));
            }
        } while (page.rows().size() == PAGE && !(all && found.size() >= limit));
        sort(run, source, found);
        rows = selected(run, source, found);
        at = 0;
        return rows.size();
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
        String field = fields.isEmpty() ? "" : fields.get(0);
        String name = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        RecordSource records = Optional.ofNullable(run.call().records().get(name))
                .orElseThrow(() -> new Fault(
                        Fault.ACCESS,
                        Texts.text(
                                "run.search-source",
                                name,
                                String.join(", ", run.call().records().keySet()))));
        Source source = new Source(name, records);
        fields.forEach(source::index);
        criteria.forEach(criterion -> source.index(criterion.field()));
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

    private static String text(Source source, List<Object> row, String field) {
        Object value = row.get(source.index(field));
        return value == null ? "" : value instanceof Message message ? message.id() : String.valueOf(value);
    }

    private void sort(Run run, Source source, List<List<Object>> found) {
        if (orders.isEmpty()) {
            return;
        }
        Object[] sorted = found.toArray();
        MergeSort.sort(sorted, (one, other) -> {
            run.meter().work(orders.size());
            return compare(source, row(one), row(other));
        });
        found.clear();
        Arrays.stream(sorted).map(SearchValue::row).forEach(found::add);
    }

    @SuppressWarnings("unchecked") // They were put in as rows.
    private static List<Object> row(Object row) {
        return (List<Object>) row;
    }

    private int compare(Source source, List<Object> one, List<Object> other) {
        for (Order order : orders) {
            int index = source.index(order.field());
            int sign = SearchCriterion.compareValues(one.get(index), other.get(index));
            if (sign != 0) {
                return order.ascending() ? sign : -sign;
            }
        }
        return 0;
    }

    private List<List<String>> selected(Run run, Source source, List<List<Object>> found) {
        Collection<List<String>> result = distinct ? new LinkedHashSet<>() : new ArrayList<>();
        for (List<Object> row : found) {
            if (result.size() >= limit) {
                break;
            }
            List<String> values = new ArrayList<>();
            fields.forEach(field -> values.add(Lib.made(run, text(source, row, field))));
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

    String field(String name) {
        int index = fields.indexOf(name.strip().toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new Fault(Fault.ACCESS, Texts.text("run.search-field", name, String.join(", ", fields)));
        }
        return field(index);
    }

    List<String> fields() {
        return fields;
    }

    List<List<String>> rows() {
        return rows;
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        rows.forEach(row -> row.forEach(inner));
        return BYTES * (1L + fields.size() + criteria.size() + orders.size())
                + (long) ROW_BYTES * rows.size() * (1L + fields.size());
    }
}
