package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The screens of the packed program in a real browser, over the books of the demo company. One server and one browser serve all, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {
    private static final String PASSWORD = "en ganske lang setning 17";
    private static final String GROUP = "/w/reconciliation?open=bank-1930";

    @TempDir
    static Path temp;

    private static Tickmark tickmark;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        tickmark = new Tickmark(temp).with("TICKMARK_HTTP_ENABLED", "true");
        ok(tickmark.run("demo"));
        ok(tickmark.run(
                "task", "add", "night", "--executor", "import-and-reconcile", "--schedule", "weekdays at 05:30"));
        ok(tickmark.run(
                "cal",
                "add",
                "2026-12-04T09:00",
                "--title",
                "Stand-up",
                "--repeat",
                "pattern:weekly on FR times 6",
                "--zone",
                "Europe/Oslo"));
        Path script = Files.writeString(temp.resolve("tell.crm"), "printLine(getVariable(\"who\"));\n");
        ok(tickmark.run("script", "save", "tell", script.toString(), "--parameter", "who=Kari"));
        tickmark.server();
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (tickmark != null) {
            tickmark.killAll();
        }
    }

    @Test
    @Order(1)
    void theFirstAdministratorComesInByTheSetUpCode() throws Exception {
        open("/");
        assertThat(browser.path()).isEqualTo("/setup");
        isSound("set-up");

        browser.type(
                "#f-code",
                Files.readString(tickmark.data().resolve("secrets/setup-code")).strip());
        browser.type("#f-name", "kari");
        browser.type("#f-password", PASSWORD);
        browser.type("#f-again", PASSWORD);
        browser.one("button").click();
        browser.await("#views");

        browser.one("form[action='/logout'] button").click();
        browser.await("#f-password");
        isSound("sign-in");
        browser.type("#f-name", "kari");
        browser.type("#f-password", PASSWORD);
        browser.one(".form button").click();
        browser.await("#views");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void everyScreenIsSoundInBothThemesAndThreeLanguages() throws Exception {
        List<String> screens = screens();
        assertThat(screens).hasSizeGreaterThan(18);
        for (String screen : screens) {
            in("en", "light", screen);
            assertThat(browser.barriers()).as(screen).isEmpty();
            in("nb", "dark", screen);
            assertThat(browser.text()).as(screen).doesNotContain("Reconciliation");
            assertThat(browser.barriers()).as(screen).isEmpty();
            in("sv", "light", screen);
        }
    }

    private static void in(String language, String theme, String screen) throws Exception {
        browser.look(language, theme);
        open(screen);
        browser.picture(name(screen) + "-" + language + "-" + theme);
        assertThat(browser.text()).as(screen).doesNotContainPattern("\\b(view|act|part|rec|board)\\.[a-z]");
        assertThat(browser.all(".card.error")).as(screen).isEmpty();
        assertThat(browser.complaints()).as(screen).isEmpty();
    }

    @Test
    @Order(3)
    void everyScreenFitsATelephone() throws Exception {
        browser.look("nb", "light");
        browser.wide(390);
        try {
            for (String screen : screens()) {
                open(screen);
                assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                        .as(screen)
                        .isLessThanOrEqualTo(390);
                browser.picture("phone-" + name(screen));
            }
        } finally {
            browser.wide(0);
        }
    }

    @Test
    @Order(4)
    void theBoardIsWorkedWithKeysAlone() throws Exception {
        browser.look("en", "light");
        open(GROUP);
        assertThat(browser.text()).contains("Bank (5 open)", "Ledger (5 open)", "Tick what belongs together.");

        browser.focus("[data-amount='1250'] input");
        browser.press(Keys.SPACE);
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.SPACE);
        assertThat(browser.text()).contains("Bank 1,250.00 − ledger 1,250.00 = 0.00");
        browser.press("m");
        shows("Bank (4 open)", "Ledger (4 open)", "Last matched by hand");

        browser.focus("[data-side=bank] [data-amount='11234'] input");
        browser.press(Keys.ENTER);
        shows("Bank (3 open)", "Ledger (3 open)");

        browser.press("u");
        browser.await("button[autofocus]");
        browser.press(Keys.ENTER);
        shows("Bank (4 open)", "Ledger (4 open)");

        browser.focus("[data-side=bank] [data-amount='4320'] input");
        browser.press(Keys.SPACE);
        browser.focus("[data-side=ledger] [data-amount='6845'] input");
        browser.press(Keys.SPACE);
        assertThat(browser.text()).contains("= -2,525.00. Bank and ledger differ by -2,525.00");
        assertThat(browser.one("[formaction='/do/rec/match']:not([name])").isEnabled())
                .isFalse();
        browser.press("p");
        assertThat(browser.await("[name='arg.ENTRY']").getDomProperty("value")).contains("=4320");
        browser.one("main .form button").click();
        shows("Bank (3 open)", "Ledger (4 open)", "2,525.00");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(5)
    void aTaskTellsWhenItWillRunWhileItIsWritten() throws Exception {
        browser.look("nb", "light");
        open("/do/task/add?opt.zone=Europe/Oslo");
        browser.type("[name='arg.NAME']", "morgen");
        browser.type("[name='opt.executor']", "import");
        browser.one("[name='opt.schedule.pattern'][value='custom']").click();
        browser.type("[name='opt.schedule']", "0 6 30 2 *");
        browser.await("#foreseen .card.error");
        isSound("do-task-add-refused-nb-light");

        browser.one("[name='opt.schedule.pattern'][value='weekly']").click();
        browser.one("[name='opt.schedule.weekly.on'][value='MO']").click();
        browser.one("[name='opt.schedule.weekly.on'][value='WE']").click();
        browser.await("#foreseen tbody tr:nth-child(10)");
        assertThat(browser.one("#foreseen").getText()).contains("mandag", "06:00", "Europe/Oslo");
        isSound("do-task-add-foreseen-nb-light");

        browser.one("main .form button").click();
        shows("Oppgave morgen er lagt til");
        open("/w/tasks?open=morgen");
        assertThat(browser.text()).contains("mandag", "onsdag", "06:00");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(6)
    void aScriptIsMendedDebuggedAndTracedOnItsScreens() throws Exception {
        browser.look("en", "light");
        open("/w/scripts");
        browser.one("main details:has(textarea) summary").click();
        browser.type("[name='arg.NAME']", "sums");
        browser.await(".CodeMirror-code").click();
        browser.press("Integer total = 0;", Keys.ENTER, "total = total + 1", Keys.ENTER, "total = total * 10;");
        shows("sums, line 3, column 1");
        browser.picture("script-wrong");
        browser.press(Keys.UP, Keys.END, ";");
        shows("Nothing is wrong.");
        browser.press(Keys.CONTROL, Keys.END, Keys.NULL, Keys.ENTER, "printLine(total.toString());");
        browser.press(Keys.chord(Keys.CONTROL, "s"));
        shows("Script sums is stored as version 1.");

        ok(tickmark.run("trace", "on", "sums"));
        open("/w/scripts?open=sums");
        browser.await(".CodeMirror-code");
        isSound("script-editor");
        browser.one("[formaction='/do/script/run']").click();
        tells("10");

        open("/w/debugger?script=sums");
        browser.one("[formaction='/do/debug/start']").click();
        shows("Before the first statement.");
        browser.focus(".code [value='3']");
        browser.press(Keys.F9);
        Waiting.until(browser::text, () -> !browser.all(".code [value='3'][aria-pressed='true']")
                .isEmpty());
        browser.press(Keys.F5);
        shows("At a breakpoint.");
        assertThat(browser.one("tr.here").getText()).contains("total = total * 10;");
        isSound("debugger");
        browser.one("[aria-label='New value of total']").clear();
        browser.type("[aria-label='New value of total']", "7");
        browser.one("[formaction='/do/debug/set']").click();
        shows("Done: debug set");
        browser.press(Keys.F5);
        tells("70");

        open("/w/traces");
        browser.one("main a[href*='open=']").click();
        String end = browser.await("#trace [role=status]").getText();
        browser.press(Keys.ARROW_LEFT);
        Waiting.until(browser::text, () -> !browser.text().contains(end));
        browser.one("[aria-label='Last change of total']").click();
        browser.await("tr.changed");
        isSound("trace");
    }

    @Test
    @Order(8)
    void theLogOfARunGrowsWhileItIsLookedAt() throws Exception {
        Path script = Files.writeString(
                temp.resolve("count.crm"),
                "for (Integer i = 1; i <= 6; i++) { printLine(\"file \" + i.toString()); sleep(1); }\n");
        ok(tickmark.run("script", "save", "count", script.toString()));
        ok(tickmark.run("task", "add", "counting", "--executor", "script", "-p", "script=count"));
        ok(tickmark.run("task", "run", "counting"));
        browser.look("en", "light");
        open("/w/runs?task=counting");
        browser.one("main tbody a").click();
        shows("Is running", "file 1");
        browser.script("document.querySelector('#log-lines p').dataset.untouched = 'true'");
        browser.picture("run-under-way");
        shows("Succeeded", "file 6");
        assertThat(browser.all("#log-lines [data-untouched]")).hasSize(1);
        assertThat(browser.all("#log-lines p")).hasSize(6);
        isSound("run-ended");

        browser.type("[name=search]", "FILE 3");
        browser.press(Keys.ENTER);
        Waiting.until(browser::text, () -> browser.all("#log-lines p").size() == 1);
        assertThat(browser.one("#log-lines").getText()).endsWith("file 3");
        String line = browser.one("#log-lines a").getDomAttribute("href");
        open(line);
        assertThat(browser.one("#log-lines .here").getText()).endsWith("file 3");
        browser.one("[name=level] [value=error]").click();
        browser.one("main form[method=get] button").click();
        shows("No line is like this.");
        browser.look("nb", "dark");
        open("/w/runs?outcome=failed");
        isSound("runs-failed-nb-dark");
        open(line);
        isSound("run-nb-dark");
    }

    @Test
    @Order(20)
    void aViewOfAPluginComesToAnOpenBrowserAndGoesWithItsBundle() throws Exception {
        browser.look("sv", "dark");
        open("/w/reconciliation");
        browser.script("window.untouched = true");
        Path jar = tickmark.plugins().resolve("morning.jar");

        Jars.drop(Path.of(System.getProperty("tickmark.example.view")), jar);
        browser.await("#views a[data-view='morning']").click();
        shows("Morgon", "0 av 1 grupper");
        isSound("w-morning-sv-dark");
        assertThat(browser.script("return window.untouched")).isEqualTo(true);

        Files.delete(jar);
        Waiting.until(browser::text, () -> browser.all("#views a[data-view='morning']")
                .isEmpty());
    }

    @Test
    @Order(7)
    void aSeriesGoesAroundHolidaysAndIsChangedFromThereOn() throws Exception {
        browser.look("nb", "dark");
        open("/w/calendar?view=week&day=2026-12-25&layers=appointments.planned.past");
        isSound("calendar-week-nb-dark");
        browser.one(".week a[href*='series=']").click();
        shows("helligdag:", "Gjentas");

        browser.focus("[data-row='2026-12-25T09:00'] a");
        browser.press(Keys.chord(Keys.ALT, Keys.ARROW_DOWN));
        shows("flyttet fra");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.DELETE);
        shows("fjernet");
        assertThat(browser.one("[data-row='2027-01-01T09:00']").getText()).contains("fjernet", "helligdag:");
        isSound("appointment-nb-dark");

        browser.one("#change button").click();
        browser.await("[name='opt.title']").clear();
        browser.type("[name='opt.title']", "Gjennomgang");
        browser.await("#foreseen .reach");
        assertThat(browser.all("#foreseen .reach")).hasSize(3);
        assertThat(browser.one("#foreseen").getText()).contains("Bare denne", "Denne og senere", "18. desember 2026");
        browser.one("[name='opt.scope'][value='following']").click();
        browser.await("#foreseen .reach[aria-current]");
        isSound("do-cal-edit-nb-dark");
        browser.one("main .form p > button").click();
        browser.await("button[autofocus]");
        browser.press(Keys.ENTER);
        shows("Gjennomgang", "Gjentas");

        open("/do/cal/add?arg.START=2026-12-01T09:00&opt.repeat.pattern=monthly");
        assertThat(browser.one(".for-monthly").isDisplayed()).isTrue();
        assertThat(browser.one(".for-weekly").isDisplayed()).isFalse();
        browser.await("#foreseen tbody tr:nth-child(3)");
        isSound("do-cal-add-monthly-nb-dark");
    }

    @Test
    @Order(9)
    void anImportIsSetUpByItsWizardAndTellsWhatIsWrongWithAFile() throws Exception {
        Path inbox = Files.createDirectories(tickmark.data().resolve("inbox/nordbank"));
        deliver(inbox.resolve("june.xml"), "250.00");
        browser.look("en", "light");
        open("/w/imports");
        browser.one("main a[href*='step=source']").click();
        browser.await(".places a[href*='inbox']").click();
        browser.await(".places a[href*='nordbank']").click();
        browser.await("main form.form button").click();
        shows("Recognised as camt", "250.00", "Anna Andersson");
        isSound("import-wizard-format");
        browser.one("main form.form button").click();
        shows("Name of the import");
        browser.one("main form.form button").click();
        shows("Archive folder");
        browser.one("main form.form button").click();
        shows("archive/nordbank is not there.");
        browser.one("[formaction='/do/import/make-folder']").click();
        shows("june.xml: imported; 1 statement, 1 new entry, 0 known");
        isSound("import-wizard-check");
        browser.one("[formaction='/do/import/add']").click();
        shows("Import nordbank is there.");
        browser.one("main a[href*='open=nordbank']").click();
        shows("1 file waits in the folder.", "It has not imported anything yet.");
        browser.one("form[action='/do/import/run'] button").click();
        shows("1 files, 1 new entries", "june.xml");
        open("/w/imports?open=nordbank");
        shows("june.xml: imported, 1 new entry.");

        deliver(inbox.resolve("july.xml"), "abc");
        browser.one("form[action='/do/import/run'] button").click();
        shows("july.xml", "rejected");
        open("/w/imports?open=nordbank");
        shows("1 file lies among the rejected ones.");
        isSound("import-opened");
        browser.look("nb", "dark");
        open("/w/imports?open=nordbank");
        browser.one("main a[href*='/w/files']").click();
        shows("Den er avvist", "Funnet", "abc", "Hva du kan gjøre", "kan legges tilbake");
        isSound("file-rejected-nb-dark");
    }

    @Test
    @Order(10)
    void theRulesOfAGroupAreChangedTriedAndSavedUnlessSomebodyElseWasFaster() throws Exception {
        browser.look("en", "light");
        open(GROUP + "&show=rules");
        String second = browser.all("tr[data-row]").get(1).getDomAttribute("data-row");
        browser.focus("tr[data-row='" + second + "'] button");
        browser.press(Keys.chord(Keys.ALT, Keys.ARROW_UP));
        shows("of the rules of group bank-1930 would be saved");
        assertThat(browser.all("tr[data-row]").get(0).getDomAttribute("data-row"))
                .isEqualTo(second);
        browser.one("tr[data-row='amount'] [data-key=edit] button").click();
        browser.await("[name='rule.state'] [value=suggest]").click();
        browser.type("[name='set.after']", "5");
        isSound("rule-form");
        browser.one("[value^='take:']").click();
        shows("suggests only", "after=5");
        isSound("rules-draft");

        browser.one("[formaction='/do/rec/what-if']").click();
        tells("gained");
        browser.one("main a.button").click();
        shows("suggests only", "after=5");
        browser.type("[name='opt.reason']", "fewer guesses");
        browser.one("[formaction='/do/rec/save-rules']").click();
        shows("Group bank-1930 has other rules", "Version 2", "fewer guesses");

        browser.one("tr[data-row='amount'] [data-key=delete] button").click();
        shows("One change of the rules");
        ok(tickmark.run("rec", "restore", "bank-1930", "1", "--reason=too few", "--yes"));
        browser.type("[name='opt.reason']", "no guesses");
        browser.one("[formaction='/do/rec/save-rules']").click();
        shows("Somebody else has saved group bank-1930 meanwhile");
        assertThat(browser.complaints()).hasSize(1).allMatch(complaint -> complaint.contains("422"));
        browser.look("nb", "dark");
        open(GROUP + "&show=rules");
        shows("Versjon 3");
        isSound("rules-nb-dark");
    }

    /** A statement with one entry, whose amount may be none; written whole some time ago. */
    private static void deliver(Path file, String amount) throws Exception {
        String balance = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"SEK\">%s</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-06-30</Dt></Dt></Bal>";
        Files.writeString(
                file,
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr>"
                        + "<MsgId>" + amount + "</MsgId><CreDtTm>2026-07-01T02:15:00</CreDtTm></GrpHdr><Stmt><Id>"
                        + amount + "</Id><CreDtTm>2026-07-01T02:15:00</CreDtTm>"
                        + "<Acct><Id><IBAN>SE4599900000000193000019</IBAN></Id><Ccy>SEK</Ccy></Acct>"
                        + String.format(balance, "OPBD", "1000.00") + String.format(balance, "CLBD", "1250.00")
                        + "<Ntry><NtryRef>1</NtryRef><Amt Ccy=\"SEK\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                        + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt><BkTxCd/><NtryDtls><TxDtls>"
                        + "<RltdPties><Dbtr><Pty><Nm>Anna Andersson</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls>"
                        + "</Ntry></Stmt></BkToCstmrStmt></Document>");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3_600)));
    }

    /** Waits for what a command has written. */
    private static void tells(String text) throws Exception {
        Waiting.until(browser::text, () -> browser.path().startsWith("/jobs/"));
        shows(text);
    }

    private static void shows(String... texts) throws Exception {
        Waiting.until(() -> String.join(", ", texts) + " in " + browser.text(), () -> Stream.of(texts)
                .allMatch(browser.text()::contains));
    }

    private static List<String> screens() throws Exception {
        Set<String> found = new LinkedHashSet<>();
        for (String perspective : List.of("tasks", "reconciliation", "scripts", "health")) {
            open("/w/" + perspective);
            browser.all("#views a").forEach(link -> found.add(link.getDomAttribute("href")));
        }
        List<String> screens = new ArrayList<>(found);
        screens.addAll(List.of(
                GROUP,
                GROUP + "&show=rules",
                "/w/tasks?open=night",
                "/w/imports?open=demo-bank",
                "/w/imports?step=source",
                "/w/imports?change=demo-bank&step=archive",
                "/w/imports?change=demo-bank&step=check",
                "/w/files?open=1",
                "/w/users?open=kari",
                "/w/scripts?open=tell",
                "/w/calendar?day=2026-12-04&layers=appointments.planned.past",
                "/w/calendar?view=agenda&day=2026-12-01",
                "/w/calendar?open=1@2026-12-04T09:00",
                "/do/cal/add",
                "/do/task/add",
                "/do/rec/match",
                "/do/trigger/add?opt.after=task.run.failed",
                "/commands",
                "/account"));
        return screens;
    }

    private static String name(String screen) {
        return screen.substring(1).replaceAll("[^a-z]+", "-");
    }

    private static void open(String path) throws Exception {
        browser.open(URI.create(
                        Files.readString(tickmark.data().resolve("web.address")).strip())
                .resolve(path));
    }

    /** Takes a picture of the page, and says that nothing is wrong with it. */
    private static void isSound(String name) throws Exception {
        browser.picture(name);
        assertThat(browser.barriers()).as(name).isEmpty();
        assertThat(browser.complaints()).as(name).isEmpty();
    }
}
