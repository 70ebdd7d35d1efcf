package org.tickmark.web.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** A list, what can be done about it, and beside it what is opened: each is the answer of a command. */
final class ListScreen implements WorkbenchView {
    private final ViewSpec spec;
    private final List<String> list;
    private final List<String> columns;
    private final List<String> acts;
    private final Opened opened;
    private final boolean paged;

    private ListScreen(Builder builder) {
        this.spec = new ViewSpec(
                builder.id, builder.perspective, builder.order, Texts.text("view." + builder.id), builder.permission);
        this.list = List.copyOf(builder.list);
        this.columns = List.copyOf(builder.columns);
        this.acts = List.copyOf(builder.acts);
        this.opened = builder.opened;
        this.paged = builder.paged;
    }

    /**
     * What is shown of a row that is opened.
     *
     * @param argument the argument by which commands are given its first value; empty where rows are not opened
     * @param parts the answers shown
     * @param acts the commands given by buttons
     */
    private record Opened(String argument, List<Part> parts, List<String> acts) {}

    /**
     * An answer about what is opened.
     *
     * @param words of the command; {@code *} stands for what is opened; none for the row itself
     */
    record Part(List<String> words) {
        /** The row itself. */
        static final Part ROW = new Part(List.of());

        static Part of(String... words) {
            return new Part(List.of(words));
        }
    }

    @Override
    public ViewSpec spec() {
        return spec;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Reading.acts(html, call, acts, Map.of());
        boolean beside = !opened.argument().isEmpty() && call.opened().isPresent();
        if (beside) {
            html.open("div", "class", "split");
        }
        Table rows = paged ? page(call, html) : whole(call, html);
        if (beside) {
            String key = call.opened().get();
            details(call, html, paged ? row(call, rows, key) : rows, key);
            html.close();
        }
    }

    /** All rows, which the host filters, sorts and cuts. */
    private Table whole(ViewCall call, Html html) {
        CommandResult result = asked(call, list);
        Reading.told(html, result, call.caller().locale());
        Table whole = table(result);
        call.list(html, shown(call, whole), use());
        return whole;
    }

    /** The rows of a page, the newest first, as the command filters and cuts them. */
    private Table page(ViewCall call, Html html) {
        return Reading.page(html, call, list, page -> shown(call, page), use());
    }

    /** A row that need not be on the page. */
    private Table row(ViewCall call, Table page, String key) {
        List<String> words = new ArrayList<>(list);
        words.add("--where=" + page.columns().get(0).name() + "=" + key);
        return table(asked(call, words));
    }

    private static CommandResult asked(ViewCall call, List<String> words) {
        return call.ask(words.toArray(String[]::new));
    }

    private static Table table(CommandResult result) {
        return result.table().orElseGet(() -> Table.under(List.of()).build());
    }

    private Table shown(ViewCall call, Table table) {
        return Worded.of(call, columns.isEmpty() ? table : Reading.some(table, columns));
    }

    private Rows use() {
        return opened.argument().isEmpty() ? Rows.READ : Rows.OPEN;
    }

    private void details(ViewCall call, Html html, Table table, String key) {
        html.open("section", "class", "beside", "aria-label", key).element("h2", key);
        Reading.acts(html, call, opened.acts(), Map.of(opened.argument(), key));
        for (Part part : opened.parts()) {
            if (part.words().isEmpty()) {
                Reading.row(html, call, table, key);
            } else {
                answer(call, html, part, key);
            }
        }
        html.close();
    }

    private static void answer(ViewCall call, Html html, Part part, String key) {
        String[] words =
                part.words().stream().map(word -> word.replace("*", key)).toArray(String[]::new);
        html.element(
                "h3",
                Texts.text("part." + words[0] + "." + words[1])
                        .text(call.caller().locale()));
        CommandResult result = call.ask(words);
        if (isGoingOn(result)) {
            call.goesOn();
        }
        Reading.whole(html, call, result, "");
    }

    /** Whether it is about something that is running or waits to. */
    private static boolean isGoingOn(CommandResult result) {
        return result.document()
                .map(document -> document instanceof Map<?, ?> map ? map.get("state") : null)
                .map(state -> List.of("running", "waiting", "due", "claimed").contains(state))
                .orElse(false);
    }

    /** Starts a list screen; its title has the id {@code view.<id>}. */
    static Builder of(String id, Perspective perspective, int order, Permission permission) {
        return new Builder(id, perspective, order, permission);
    }

    /** Collects the parts of a list screen; one thread at a time. */
    static final class Builder {
        private final String id;
        private final Perspective perspective;
        private final int order;
        private final Permission permission;
        private List<String> list = List.of();
        private List<String> columns = List.of();
        private List<String> acts = List.of();
        private boolean paged;
        private Opened opened = new Opened("", List.of(), List.of());

        private Builder(String id, Perspective perspective, int order, Permission permission) {
            this.id = id;
            this.perspective = perspective;
            this.order = order;
            this.permission = permission;
        }

        /** Lists what this command answers. */
        Builder list(String... words) {
            list = List.of(words);
            return this;
        }

        /** Shows these columns only. */
        Builder columns(String... names) {
            columns = List.of(names);
            return this;
        }

        /** Asks for a page at a time, the newest row first: for lists that grow for ever. */
        Builder paged() {
            paged = true;
            return this;
        }

        /** Has buttons for these commands. */
        Builder acts(String... commands) {
            acts = List.of(commands);
            return this;
        }

        /** Opens rows, and shows these answers about them. */
        Builder opens(String argument, Part... parts) {
            opened = new Opened(argument, List.of(parts), List.of());
            return this;
        }

        /** Has buttons for these commands beside what is opened. */
        Builder openedActs(String... commands) {
            opened = new Opened(opened.argument(), opened.parts(), List.of(commands));
            return this;
        }

        ListScreen build() {
            return new ListScreen(this);
        }
    }
}
