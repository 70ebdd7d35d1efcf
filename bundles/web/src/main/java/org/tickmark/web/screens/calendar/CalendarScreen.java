package org.tickmark.web.screens.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickmark.api.Permission;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.Page;

/**
 * A month, a week or an agenda: appointments, and the runs of tasks that are to come and that were, as far as they are asked for. Below a month or a week stand its
 * appointments as a list, which small screens and printers show alone. An appointment that is opened has a page of its own.
 */
public final class CalendarScreen implements WorkbenchView {
    /** Parameter: whose appointments are shown; everybody's if it is not said. */
    private static final String OWNER = "owner";

    private static final ViewSpec SPEC =
            new ViewSpec("calendar", Perspective.OPERATIONS, 30, Texts.text("view.calendar"), Permission.CALENDAR_READ);
    private static final List<String> KEPT = List.of(Period.VIEW, Period.DAY, Layer.LAYERS, OWNER);

    private final Clock clock;

    /**
     * The screen.
     *
     * @param clock by which today is told
     */
    public CalendarScreen(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Page page = Texts.page(call, html);
        Optional<String> opened = call.opened();
        if (opened.isPresent()) {
            new AppointmentPage(page, opened.get()).write();
        } else {
            days(page);
        }
    }

    /** The parameters of an address that say which days are shown of whom, and how. */
    static Map<String, String> kept(ViewCall call) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> call.parameter(name).ifPresent(value -> kept.put(name, value)));
        return kept;
    }

    private void days(Page page) {
        ViewCall call = page.call();
        LocalDate today = LocalDate.ofInstant(clock.instant(), call.zone());
        Period period = Period.of(call, today);
        Set<Layer> layers = Layer.shown(call);
        String owner = call.parameter(OWNER).orElse("");
        page.html().open("div", "class", "acts");
        call.button(page.html(), "cal add", Map.of(), Texts.text("act.add"));
        page.html().close();
        navigation(page, period, today);
        choices(page, layers, owner);
        Entries entries = new Entries(page, period.days());
        Optional<Table> list =
                layers.contains(Layer.APPOINTMENTS) ? Optional.of(entries.appointments(owner)) : Optional.empty();
        if (layers.contains(Layer.PLANNED)) {
            entries.planned(clock.instant());
        }
        if (layers.contains(Layer.PAST)) {
            entries.past(clock.instant());
        }
        new Grid(page, today, entries.all(), opened -> address(call, opened)).write(period);
        below(page, period, list);
        new FeedList(page).write(owner);
    }

    private static Map<String, String> address(ViewCall call, Map<String, String> more) {
        Map<String, String> address = kept(call);
        address.putAll(more);
        return address;
    }

    private static void below(Page page, Period period, Optional<Table> list) {
        if (list.filter(table -> table.rows().size() >= Entries.MOST).isPresent()) {
            page.html().element("p", page.text("cut", Entries.MOST), "class", "card warning");
        }
        page.html().element("p", page.text("zone", page.call().zone().getId()), "class", "empty");
        if (period.kind() != Period.Kind.AGENDA) {
            list.ifPresent(table -> page.call().list(page.html(), table, Rows.OPEN));
        }
    }

    // ---------------------------------------------------------------- what is shown

    private static void navigation(Page page, Period period, LocalDate today) {
        page.html().open("nav", "class", "acts", "aria-label", page.text("periods"));
        step(page, period.plus(-1), "before");
        page.html().element("h2", period.title(page));
        step(page, period.plus(1), "after");
        step(page, new Period(period.kind(), today), "now");
        Stream.of(Period.Kind.values()).forEach(kind -> {
            boolean current = kind == period.kind();
            choice(page, page.text("view." + kind.word()), Map.of(Period.VIEW, kind.word()), current);
        });
        page.html().close();
    }

    private static void step(Page page, Period to, String label) {
        Map<String, String> address =
                address(page.call(), Map.of(Period.DAY, to.day().toString()));
        page.html()
                .element(
                        "a",
                        page.text(label),
                        "class",
                        "button",
                        "href",
                        page.call().link(address));
    }

    private static void choice(Page page, String words, Map<String, String> changed, boolean current) {
        page.html()
                .element(
                        "a",
                        words,
                        "class",
                        "button",
                        "aria-current",
                        current ? "true" : null,
                        "href",
                        page.call().link(address(page.call(), changed)));
    }

    /** Which layers, by links; whose, by a field. */
    private static void choices(Page page, Set<Layer> layers, String owner) {
        page.html().open("div", "class", "acts layers", "role", "group", "aria-label", page.text("layers"));
        Stream.of(Layer.values()).forEach(layer -> {
            boolean shown = layers.contains(layer);
            String words = (shown ? "☑ " : "☐ ") + layer.sign() + " " + page.text("layer." + layer.word());
            choice(page, words, Map.of(Layer.LAYERS, Layer.toggled(layers, layer)), shown);
        });
        whose(page, owner);
        page.html().close();
    }

    private static void whose(Page page, String owner) {
        Html html = page.html();
        html.open("form", "method", "get", "action", page.call().link(Map.of()), "class", "act");
        Map<String, String> kept = kept(page.call());
        kept.remove(OWNER);
        kept.forEach((name, value) -> html.open("input", "type", "hidden", "name", name, "value", value));
        html.open("label").text(page.text("whose") + " ");
        html.open("input", "name", OWNER, "value", owner, "placeholder", page.text("whose.all"), "autocomplete", "off");
        html.close().text(" ").element("button", page.text("whose.show")).close();
        String own = page.call().caller().identity();
        if (!own.equals(owner)) {
            choice(page, page.text("whose.mine"), Map.of(OWNER, own), false);
        }
    }
}
