package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Permission;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.workbench.FormAct;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.RowAct;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.http.Answer;
import org.tickmark.web.screens.Screens;

/** Views in the frame: what they write, how they come, go and fail; attack cases A11, A12 and A24 among them. */
class ViewsTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder)
                .add(Fakes.units(120))
                .add(Fakes.addUnit())
                .add(Fakes.deleteUnit())
                .user(Role.ADMIN)
                .user(Role.VIEWER);
        bench.add(Fakes.view(
                "units",
                Permission.BOOKS_READ,
                (call, html) -> call.list(
                        html,
                        call.ask("unit", "list").table().orElseThrow(),
                        Rows.OPEN,
                        List.of(new RowAct("unit delete", "CODE", Map.of(), Fakes.words("Delete"))))));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String page(String address) {
        return Browser.body(bench.signedIn("admin").get(address));
    }

    @Test
    void a11_whatSomebodyWroteStandsForItselfAndRunsNowhere() {
        String page = page("/w/units");

        assertThat(page)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x");
        assertThat(page("/w/units?q=%3Cscript%3Ealert(3)")).doesNotContain("<script>alert(3)");
        assertThat(page("/w/units?open=%22%3E%3Cscript%3Ealert(4)")).doesNotContain("<script>alert(4)");
        assertThat(page("/commands?q=%3Cscript%3Ealert(5)")).doesNotContain("<script>alert(5)");
    }

    @Test
    void a12_noTextBecomesAnAttributeAndNoViewWritesOneThatRuns() {
        assertThat(page("/w/units")).contains("hx-get=/logout&gt;").doesNotContain("<img");
        Html html = new Html();
        for (String attribute : List.of("onclick", "hx-get", "hx-on", "data-hx-get", "style", "srcdoc", "a b", "a\"")) {
            assertThatThrownBy(() -> html.open("p", attribute, "x"))
                    .as(attribute)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String element : List.of("script", "style", "iframe", "base", "meta", "object", "p onclick")) {
            assertThatThrownBy(() -> html.open(element)).as(element).isInstanceOf(IllegalArgumentException.class);
        }
        for (String address : List.of(
                "javascript:alert(1)", "//example.com", "/\\example.com", "https://example.com", "data:x", "/x\ny")) {
            assertThatThrownBy(() -> html.open("a", "href", address))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void listsAreFilteredSortedAndPagedHere() {
        assertThat(page("/w/units")).contains("1–50 of 120").contains("U00050").doesNotContain("U00051");
        assertThat(page("/w/units?page=3")).contains("101–120 of 120").contains("U00120");
        assertThat(page("/w/units?q=unit%20117")).contains("U00117").contains("1–1 of 1");
        assertThat(page("/w/units?sort=-code")).contains("U00120").doesNotContain("U00050");
        assertThat(page("/w/units?sort=number")).contains("U00120").doesNotContain("U00050");
        assertThat(page("/w/units?page=99")).contains("101–120 of 120");
        assertThat(page("/w/units?q=nothing-like-it")).contains("Nothing to show.");
    }

    @Test
    void aPageOfAListStaysSmall() {
        assertThat(bench.signedIn("admin").get("/w/units").body().length).isLessThan(100_000);
    }

    @Test
    void whatGrowsForEverComesPageByPageFromTheNewest() {
        bench.add(Fakes.audit(120));
        Screens.all(Clock.systemUTC()).stream()
                .filter(screen -> screen.spec().id().equals("audit"))
                .forEach(bench::add);

        assertThat(page("/w/audit"))
                .contains("act 120<", "act 71<", "href=\"/w/audit?after=71\"")
                .doesNotContain("act 70<", "From the beginning");
        assertThat(page("/w/audit?after=71")).contains("act 70<", "act 21<", "after=21", "href=\"/w/audit\">From");
        assertThat(page("/w/audit?after=21")).contains("act 20<", "act 1<").doesNotContain("rel=\"next\"");
        assertThat(page("/w/audit?q=act%2011")).contains("act 119<", "act 11<").doesNotContain("act 120<");
        assertThat(page("/w/audit?open=3")).contains("act 120<", "<dd>act 3</dd>");
    }

    @Test
    void buttonsAreThereForWhoMayUseThem() {
        assertThat(page("/w/units")).contains("action=\"/do/unit/delete\"");
        assertThat(Browser.body(bench.signedIn("viewer").get("/w/units"))).doesNotContain("/do/unit/delete");
    }

    @Test
    void aFormOfSeveralCommandsHasButtonsForThoseThatMayBeGiven() {
        bench.add(Fakes.view(
                "several",
                Permission.BOOKS_READ,
                (call, html) -> call.form(
                        html,
                        "both",
                        Map.of("CODE", "U1"),
                        List.of(
                                FormAct.of("unit add", Fakes.words("Add")),
                                FormAct.inItsForm("unit delete", Fakes.words("Delete…"))))));

        assertThat(page("/w/several"))
                .contains("id=\"both\"", "name=\"arg.CODE\" value=\"U1\"", "name=\"back\" value=\"/w/several\"")
                .contains("<button formaction=\"/do/unit/add\">Add</button>")
                .contains("<button formaction=\"/do/unit/delete\" name=\"in-its-form\" value=\"on\">Delete…</button>");
        assertThat(Browser.body(bench.signedIn("viewer").get("/w/several"))).doesNotContain("id=\"both\"");
    }

    @Test
    void viewsAppearAndVanishWhileTheServerRuns() {
        Browser browser = bench.signedIn("admin");
        String revision = browser.get("/live?revision=x").status() == 200 ? revisionOf(browser.get("/")) : "";
        WorkbenchView view = Fakes.view("guest", Permission.BOOKS_READ, (call, html) -> html.text("a guest"));

        bench.add(view);
        Answer live = browser.get("/live?revision=" + revision);
        assertThat(Browser.body(live)).contains("/w/guest");
        assertThat(Browser.body(browser.get("/w/guest"))).contains("a guest");
        assertThat(browser.get("/live?revision=" + revisionOf(live)).status()).isEqualTo(204);

        bench.views.remove(view);
        assertThat(Browser.body(browser.get("/live?revision=" + revisionOf(live))))
                .doesNotContain("/w/guest");
        assertThat(browser.get("/w/guest").status()).isEqualTo(404);
    }

    private static String revisionOf(Answer answer) {
        return Browser.body(answer).replaceAll("(?s).*data-revision=\"(\\d+)\".*", "$1");
    }

    @Test
    void a24_aViewThatThrowsCostsItsPaneAndNotThePage() {
        bench.add(Fakes.view("sour", Permission.BOOKS_READ, (call, html) -> {
            html.text("half of it");
            throw new IllegalStateException("/srv/secret");
        }));
        bench.add(Fakes.view("missing", Permission.BOOKS_READ, (call, html) -> {
            throw new NoClassDefFoundError("org/example/Gone");
        }));
        bench.add(Fakes.view("deep", Permission.BOOKS_READ, (call, html) -> {
            throw new StackOverflowError();
        }));
        bench.add(Fakes.view("open", Permission.BOOKS_READ, (call, html) -> html.open("div")));
        bench.add(Fakes.view("long", Permission.BOOKS_READ, (call, html) -> {
            while (true) {
                html.text("more and more ");
            }
        }));
        for (String id : List.of("sour", "missing", "deep", "open", "long")) {
            Answer answer = bench.signedIn("admin").get("/w/" + id);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Browser.body(answer))
                    .contains("The view " + id + " failed")
                    .contains("/w/units")
                    .doesNotContain("/srv/secret")
                    .doesNotContain("half of it");
        }
    }

    @Test
    void a24_aViewThatHangsCostsItsPaneAndIsThenLeftAlone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        bench.close();
        bench = new Bench(folder, Duration.ofMillis(200)).user(Role.ADMIN);
        bench.add(Fakes.view("slow", Permission.BOOKS_READ, (call, html) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            html.text("at last");
        }));
        for (int i = 0; i < 4; i++) {
            assertThat(page("/w/slow")).contains("takes too long").contains("href=\"/w/slow\"");
        }
        assertThat(page("/w/slow")).contains("hangs and is left alone");

        end.countDown();

        String page = page("/w/slow");
        for (int i = 0; i < 10_000 && !page.contains("at last"); i++) {
            page = page("/w/slow");
        }
        assertThat(page).contains("at last");
    }

    @Test
    void aViewReadsAndNeverChanges() {
        bench.add(Fakes.view(
                "greedy",
                Permission.BOOKS_READ,
                (call, html) ->
                        html.text(call.ask("unit", "add", "--", "X1").summary().toString())));

        assertThat(page("/w/greedy")).contains("no command that you may give and that only reads");
    }

    @Test
    void aViewMayTryWhatACommandWouldDo() {
        bench.add(Fakes.view(
                "curious",
                Permission.BOOKS_READ,
                (call, html) -> html.text(call.ask("unit", "add", "--dry-run", "--", "X1")
                        .summary()
                        .toString())));
        bench.add(Fakes.view(
                "sly",
                Permission.BOOKS_READ,
                (call, html) -> html.text(
                        call.ask("unit", "add", "--", "--dry-run").summary().toString())));

        assertThat(page("/w/curious")).contains("added X1 - true by");
        assertThat(page("/w/sly")).contains("no command that you may give and that only reads");
    }

    @Test
    void whatStandsInTheFieldsOfAViewIsShownAndNothingIsDone() {
        bench.add(Fakes.view(
                "field",
                Permission.BOOKS_READ,
                (call, html) -> html.text("typed: " + call.parameter("opt.text").orElse("nothing"))));
        Browser browser = bench.signedIn("admin");

        assertThat(Browser.body(browser.post("/w/field?open=1", "opt.text", "a\nb")))
                .contains("typed: a\nb");
        assertThat(Browser.body(browser.get("/w/field"))).contains("typed: nothing");
        browser.formKey("forged");
        assertThat(browser.post("/w/field", "opt.text", "x").status()).isEqualTo(403);
    }

    @Test
    void whatWasTypedComesAgainOnceIfItsCommandFails() {
        bench.add(Fakes.partly());
        bench.add(Fakes.view(
                "field",
                Permission.BOOKS_READ,
                (call, html) -> html.text("typed: " + call.parameter("opt.text").orElse("nothing"))));
        Browser browser = bench.signedIn("admin");

        Answer answer = browser.post("/do/unit/half", "opt.text", "long work", "back", "/w/field");

        assertThat(answer.status()).isEqualTo(303);
        browser.header("tickmark-by-itself", "1");
        assertThat(Browser.body(browser.get("/w/field")))
                .contains("typed: nothing")
                .doesNotContain("half is done</p>");
        browser.header("tickmark-by-itself", "");
        assertThat(Browser.body(browser.get("/w/field"))).contains("typed: long work", "half is done");
        assertThat(Browser.body(browser.get("/w/field"))).contains("typed: nothing");
    }

    @Test
    void whatWasTypedComesAgainAfterALookAndAfterAQuestionButNotOnceItIsDone() {
        bench.add(Fakes.tellUnits());
        bench.add(Fakes.view(
                "field",
                Permission.BOOKS_READ,
                (call, html) -> html.text("typed: " + call.parameter("opt.text").orElse("nothing"))));
        Browser browser = bench.signedIn("admin");

        browser.post("/do/unit/tell", "opt.text", "a look", "back", "/w/field");
        assertThat(Browser.body(browser.get("/w/field"))).contains("typed: a look");

        browser.post("/do/unit/delete", "arg.CODE", "U1", "opt.text", "asked", "back", "/w/field");
        assertThat(Browser.body(browser.get("/w/field"))).contains("typed: asked");

        browser.post("/do/unit/delete", "arg.CODE", "U1", "opt.text", "asked", "back", "/w/field");
        browser.post("/do/unit/delete", "arg.CODE", "U1", "yes", "on", "opt.text", "done", "back", "/w/field");
        assertThat(Browser.body(browser.get("/w/field"))).contains("typed: nothing");
    }

    @Test
    void aButtonThatEditsLeadsToAFormUnlessItSaysWhatShallChange() {
        bench.add(Fakes.editSeries());
        bench.add(Fakes.view("edits", Permission.BOOKS_READ, (call, html) -> {
            call.button(html, "series edit", Map.of("ID", "3"), Fakes.words("Change"));
            call.button(html, "series edit", Map.of("ID", "4", "title", "Other"), Fakes.words("Rename"));
        }));

        assertThat(page("/w/edits"))
                .contains("href=\"/do/series/edit?arg.ID=3&amp;back=%2Fw%2Fedits\">Change</a>")
                .contains("<input type=\"hidden\" name=\"arg.ID\" value=\"4\">")
                .contains("<button>Rename</button>");
    }

    @Test
    void whatIsOpenedIsATabUntilItIsClosed() {
        Browser browser = bench.signedIn("admin");
        browser.get("/w/units");
        String page = Browser.body(browser.get("/w/units?open=U00003"));
        assertThat(page).contains("View units: U00003");

        browser.post("/tabs/close", "tab", "units U00003", "back", "/w/units");

        assertThat(Browser.body(browser.get("/w/units"))).doesNotContain("View units: U00003");
    }

    @Test
    void aTabGoesWithItsView() {
        WorkbenchView view = Fakes.view("brief", Permission.BOOKS_READ, (call, html) -> html.text("here"));
        bench.add(view);
        Browser browser = bench.signedIn("admin");
        browser.get("/w/units");
        browser.get("/w/brief");
        assertThat(Browser.body(browser.get("/w/units"))).contains("href=\"/w/brief\" aria-current");

        bench.views.remove(view);

        assertThat(Browser.body(browser.get("/w/units"))).doesNotContain("/w/brief");
    }
}
