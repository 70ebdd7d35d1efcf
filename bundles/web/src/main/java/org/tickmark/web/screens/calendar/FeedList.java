package org.tickmark.web.screens.calendar;

import java.util.List;
import java.util.Map;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.RowAct;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.web.screens.Page;
import org.tickmark.web.screens.Reading;

/** What other programs read of the calendar: feeds, made anew, ended, and new ones, whose addresses are shown once. */
final class FeedList {
    private static final String COMMAND = "cal feed";
    private static final String FORM = "feed-add";
    private static final List<String> COLUMNS = List.of("id", "purpose", "owner", "expires_at", "last_used");

    private final Page page;
    private final ViewCall call;

    FeedList(Page page) {
        this.page = page;
        this.call = page.call();
    }

    /** @param owner whose appointments a new one is to tell; empty for everybody's */
    void write(String owner) {
        Html html = page.html();
        html.open("details", "id", "feeds").element("summary", page.text("feeds"));
        html.element("p", page.text("feeds.help"));
        Table feeds = call.ask("cal", "feed", "--", "list").table().orElseGet(() -> Table.under(List.of())
                .build());
        if (!feeds.rows().isEmpty()) {
            call.list(
                    html,
                    Reading.some(feeds, COLUMNS),
                    Rows.READ,
                    List.of(
                            new RowAct(COMMAND, "FEED", Map.of("ACTION", "renew"), Texts.text("feeds.renew")),
                            new RowAct(COMMAND, "FEED", Map.of("ACTION", "revoke"), Texts.text("feeds.end"))));
        }
        html.open("div", "class", "acts").open("label").text(page.text("feeds.name") + " ");
        html.open("input", "form", FORM, "name", ViewCall.ARGUMENT + "FEED", "required", "", "autocomplete", "off");
        html.close();
        Map<String, String> given = owner.isEmpty() ? Map.of("ACTION", "add") : Map.of("ACTION", "add", "owner", owner);
        call.form(html, FORM, given, List.of(FormAct.of(COMMAND, Texts.text("feeds.add"))));
        html.close().close();
    }
}
