package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.host.access.Role;
import org.tickmark.web.http.Answer;

/** Commands as forms; attack case A16 among them. */
class CommandPagesTest {
    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private Bench bench;
    private Browser browser;

    @BeforeEach
    void open() {
        bench = new Bench(folder)
                .add(Fakes.units(3))
                .add(Fakes.addUnit())
                .add(Fakes.deleteUnit())
                .add(Fakes.editSeries())
                .add(Fakes.keepSecret())
                .add(Fakes.readFile())
                .add(Fakes.longWork(end))
                .add(Fakes.markUnit())
                .add(Fakes.startTask())
                .add(Fakes.takeFiles())
                .add(Fakes.issueFeed())
                .add(Fakes.partly())
                .user(Role.ADMIN)
                .user(Role.VIEWER);
        browser = bench.signedIn("admin");
    }

    @AfterEach
    void close() {
        end.countDown();
        bench.close();
    }

    @Test
    void aCommandIsFoundByItsNameAndByWhatItDoes() {
        assertThat(Browser.body(browser.get("/commands?q=unit%20a")))
                .contains("/do/unit/add")
                .doesNotContain("/do/unit/list");
        assertThat(Browser.body(browser.get("/commands?q=DELETES"))).contains("/do/unit/delete");
        assertThat(Browser.body(bench.signedIn("viewer").get("/commands")))
                .contains("/do/unit/list")
                .doesNotContain("/do/unit/add");
    }

    @Test
    void aFormHasAFieldForAllThatACommandTakes() {
        String page = Browser.body(browser.get("/do/unit/add?arg.CODE=X1"));

        assertThat(page)
                .contains("name=\"arg.CODE\" value=\"X1\"")
                .contains("<select id=\"f-opt-currency\"")
                .contains("type=\"checkbox\"")
                .contains("tickmark unit add -- X1")
                .contains("POST /api/v1/commands/unit/add");
    }

    @Test
    void choicesAndFieldsAreCalledByTheirWords() {
        assertThat(Browser.body(browser.header("accept-language", "nb").get("/do/unit/mark")))
                .contains(
                        "<option value=\"not-started\">ikke påbegynt</option>",
                        "<option value=\"unheard-of\">unheard-of</option>",
                        ">Merkelapper</label>");
    }

    @Test
    void aFormTellsWhatWouldComeOfItWhileItIsFilledIn() {
        assertThat(Browser.body(browser.get("/do/unit/add")))
                .contains("id=\"foreseen\"", "Fill in what is needed")
                .doesNotContain("added");
        assertThat(Browser.body(browser.get("/do/unit/add?arg.CODE=X1&opt.currency=SEK")))
                .contains("added X1 SEK true by user:admin");
        assertThat(Browser.body(browser.post("/do/unit/add", "arg.CODE", "X2", "in-its-form", "on")))
                .contains("added X2 - true by user:admin");
        assertThat(Browser.body(browser.get("/do/unit/delete?arg.CODE=X1"))).doesNotContain("foreseen");
        assertThat(bench.signedIn("viewer").get("/do/unit/add?arg.CODE=X1").status())
                .isEqualTo(403);
    }

    @Test
    void anEditThatMayReachFurtherTellsWhatWouldComeOfEachWay() {
        String page = Browser.body(browser.get("/do/series/edit?arg.ID=17&opt.title=Review&opt.scope=following"));

        assertThat(page)
                .contains("<h3>Only this</h3><pre>changes this: title=Review</pre>")
                .contains("aria-current=\"true\"><h3>This and following</h3><pre>changes following: title=Review</pre>")
                .contains("<h3>All</h3><pre>changes all: title=Review</pre>")
                .contains("type=\"radio\" name=\"opt.scope\" value=\"following\" checked=\"\"");
        assertThat(Browser.body(browser.get("/do/series/edit?arg.ID=17&opt.scope=all")))
                .contains("Fill in what is needed")
                .doesNotContain("changes all");
    }

    @Test
    void aDateThatIsRefusedForManyIsOfferedInOtherWays() {
        String page = Browser.body(browser.get("/do/series/edit?arg.ID=17&opt.start=2026-11-12T09:00&opt.scope=all"));

        assertThat(page)
                .contains("refused.DATE_OF_SERIES", "Instead: shift all", "changes it: shift=2026-11-12T09:00")
                .contains("href=\"/do/series/edit?arg.ID=17&amp;opt.split=2026-11-12T09%3A00\"")
                .doesNotContain("Instead: count the rule");
    }

    @Test
    void aFieldThatShowsWhatStandsGivesNothingUntilItIsChanged() {
        String form = Browser.body(browser.post(
                "/do/series/edit",
                "arg.ID",
                "17",
                "opt.was.title",
                "Stand-up",
                "opt.was.start",
                "x",
                "in-its-form",
                "on"));
        assertThat(form)
                .contains("name=\"opt.title\" value=\"Stand-up\"", "name=\"opt.was.title\" value=\"Stand-up\"")
                .doesNotContain("changes this");

        String page = Browser.body(
                browser.get("/do/series/edit?arg.ID=17&opt.was.title=Stand-up&opt.title=&opt.was.start=x&opt.start=x"));
        assertThat(page).contains("changes this: title=</pre>").contains("tickmark series edit --title= -- 17");
    }

    @Test
    void aRepetitionIsGivenByAPatternAndWhatBelongsToIt() {
        String page = Browser.body(
                browser.get(
                        "/do/series/edit?arg.ID=17&opt.repeat.pattern=weekly"
                                + "&opt.repeat.weekly.every=2&opt.repeat.weekly.on=TU&opt.repeat.weekly.on=TH&opt.repeat.ends=times&opt.repeat.times=12"));

        assertThat(page)
                .contains("repeat=pattern:weekly every 2 on TU,TH times 12")
                .contains("name=\"opt.repeat.weekly.on\" value=\"TH\" checked=\"\"");
        assertThat(Browser.body(browser.get("/do/series/edit?arg.ID=17&opt.repeat=every%20Tuesday")))
                .contains("repeat=every Tuesday", "value=\"custom\" checked=\"\"");
    }

    @Test
    void whatWasDoneIsToldOnThePageThatItWasGivenOn() {
        Answer answer = browser.post(
                "/do/unit/add",
                "arg.CODE",
                "--currency=EUR",
                "opt.currency",
                "SEK",
                "opt.dry-run",
                "true",
                "back",
                "/account");

        assertThat(Browser.header(answer, "Location")).contains("/account");
        assertThat(Browser.body(browser.get("/account"))).contains("added --currency=EUR SEK true by user:admin");
        assertThat(Browser.body(browser.get("/account"))).doesNotContain("card done");
    }

    @Test
    void aWrongValueIsToldBesideWhatWasTyped() {
        Answer answer = browser.post("/do/unit/add", "arg.CODE", "X1", "opt.currency", "EUR");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Browser.body(answer)).contains("NOK, SEK").contains("value=\"X1\"");
    }

    @Test
    void whatACommandAsksIsAskedBeforeItIsDone() {
        Answer asked = browser.post("/do/unit/delete", "arg.CODE", "X1", "back", "/account");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(Browser.body(asked)).contains("Delete X1?").contains("name=\"yes\" value=\"on\"");

        browser.post("/do/unit/delete", "arg.CODE", "X1", "yes", "on", "back", "/account");
        assertThat(Browser.body(browser.get("/account")))
                .contains("deleted", "tickmark unit delete --yes -- X1")
                .doesNotContain("tickmark unit delete -- X1");
    }

    @Test
    void ofALongCommandTheBeginningIsTold() {
        browser.post("/do/unit/half", "opt.text", "x".repeat(400), "back", "/account");

        assertThat(Browser.body(browser.get("/account")))
                .contains("tickmark unit half --text=xxx", "x…")
                .doesNotContain("x".repeat(300));
    }

    @Test
    void aButtonMayLeadToTheFormOfACommandWithWhatIsThere() {
        Answer form = browser.post("/do/unit/add", "arg.CODE", "X1", "in-its-form", "on", "back", "/account");

        assertThat(form.status()).isEqualTo(200);
        assertThat(Browser.body(form))
                .contains("value=\"X1\"", "href=\"/account\"")
                .doesNotContain("type=\"hidden\" name=\"in-its-form\"");
        assertThat(Browser.body(browser.get("/account"))).doesNotContain("added X1");
    }

    @Test
    void aSecretIsAskedForAndNeverShownAgain() {
        Answer asked = browser.post("/do/vault/keep");
        assertThat(Browser.body(asked)).contains("type=\"password\"");

        Answer done = browser.post("/do/vault/keep", "secret", "open sesame");

        String page = Browser.body(browser.get(Browser.header(done, "Location").orElseThrow()));
        assertThat(page).contains("kept 11").doesNotContain("sesame");
    }

    @Test
    void anAnswerIsAPageOfItsOwn() {
        Answer answer = browser.post("/do/unit/list");

        String page =
                Browser.body(browser.get(Browser.header(answer, "Location").orElseThrow()));

        assertThat(page).contains("U00003").contains("tickmark unit list");
    }

    @Test
    void whoStartsATaskComesToItsRun() {
        Answer answer = browser.post("/do/task/run", "arg.NAME", "night", "back", "/w/tasks");

        assertThat(Browser.header(answer, "Location")).contains("/w/runs?open=812");
        assertThat(Browser.body(browser.get("/account"))).contains("812 has started");
    }

    @Test
    void whatAnImportTookIsToldFileByFileWithALinkToEachThatIsKept() {
        Answer answer = browser.post("/do/import/run", "back", "/account");

        String page =
                Browser.body(browser.get(Browser.header(answer, "Location").orElseThrow()));
        assertThat(page)
                .contains("2 files", "june.xml", "href=\"/w/files?open=31\"")
                .doesNotContain("open=0");
    }

    @Test
    void theAddressOfAFeedIsWholeAsItIsReached() {
        Answer answer = browser.post("/do/cal/feed", "back", "/account");

        assertThat(Browser.body(browser.get(Browser.header(answer, "Location").orElseThrow())))
                .contains("href=\"/feed.ics?key=k\">http://localhost:" + Bench.PORT + "/feed.ics?key=k</a>");
    }

    @Test
    void longWorkGoesOnWithoutThePageAndIsStopped() {
        Answer given = browser.post("/do/long/work");
        String job = Browser.header(given, "Location").orElseThrow();
        String page = Browser.body(browser.get(job));
        assertThat(page).contains("data-live").contains("working  3 / 10");

        browser.post(job + "/stop");

        for (int i = 0; i < 100_000 && page.contains("data-live"); i++) {
            page = Browser.body(browser.get(job));
        }
        assertThat(page).doesNotContain("data-live").contains("Stopped");
        assertThat(Browser.body(bench.signedIn("admin").get(job))).contains("Nothing is known of this");
    }

    @Test
    void aFewCommandsOfASessionRunAtOnce() {
        for (int i = 0; i < 4; i++) {
            browser.post("/do/long/work");
        }
        assertThat(Browser.body(browser.post("/do/long/work"))).contains("too much under way");
    }

    @Test
    void a16_noPathIsTakenFromElsewhere() {
        for (List<String> given : List.of(
                List.of("arg.FILE", "/etc/passwd"),
                List.of("arg.FILE", "../../etc/passwd"),
                List.of("opt.out", "/tmp/x"))) {
            Answer answer = browser.post("/do/file/read", given.get(0), given.get(1));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(Browser.body(answer))
                    .contains("not taken from elsewhere")
                    .doesNotContain("read [");
        }
        assertThat(Browser.body(browser.get("/do/file/read"))).doesNotContain("name=\"arg.FILE\"");
    }
}
