package org.tickmark.batch;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.imports.FileOutcome;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.message.Message;
import org.tickmark.batch.Report.GroupLine;
import org.tickmark.batch.Report.Told;
import org.tickmark.batch.Report.UnitLine;
import org.tickmark.kit.money.Amounts;

/** The mails about night runs. */
final class NightMail {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    /** Open items that are listed; the reports have all. */
    private static final int MOST_ITEMS = 20;

    private static final Comparator<Item> OLDEST_FIRST = Comparator.comparing(
                    (Item item) -> item.item().bookingDate())
            .thenComparing(Item::group)
            .thenComparing(item -> item.item().entryId());

    private final ZoneId zone;

    /** @param zone whose clocks nights are told by */
    NightMail(ZoneId zone) {
        this.zone = zone;
    }

    private record Item(String group, OpenItem item) {}

    /**
     * What is told of a run.
     *
     * @param subject why it is told
     * @param attached the report of each group
     */
    MailContent of(Report report, Message subject, List<MailFile> attached) {
        MailContent.Builder mail = MailContent.about(subject)
                .table(List.of(), facts(report))
                .problems(report.problems().stream().map(Told::problem).toList());
        quarantine(mail, report.files());
        units(mail, report.units());
        standing(mail, report, attached);
        return mail.build();
    }

    /**
     * What is told of the nights of a week or month.
     *
     * @param report the run that has just ended, by which everything stands as it does
     * @param attached the report of each group
     */
    MailContent of(Report report, Nights nights, List<MailFile> attached) {
        MailContent.Builder mail = MailContent.about(nights.subject());
        List<List<Object>> rows = new ArrayList<>();
        for (EndedRun run : nights.runs()) {
            rows.add(0, night(run));
        }
        mail.table(headings("run", "begun", "ended", "files", "entries", "matched", "open"), rows)
                .paragraph(Texts.message("mail.standing", report.run()));
        standing(mail, report, attached);
        return mail.build();
    }

    private static List<Object> night(EndedRun run) {
        return List.of(
                String.valueOf(run.id()),
                run.startedAt(),
                ended(run.exit()),
                sum(run, UnitLine::files),
                sum(run, UnitLine::entries),
                sum(run, UnitLine::matched),
                run.openItems());
    }

    private static long sum(EndedRun run, ToLongFunction<UnitLine> figure) {
        return run.units().stream().mapToLong(figure).sum();
    }

    /** How everything stands after a run. */
    private void standing(MailContent.Builder mail, Report report, List<MailFile> attached) {
        proofs(mail, report.groups());
        rules(mail, report.groups());
        openItems(mail, report);
        attached.forEach(mail::file);
    }

    /** What is told of a run that was to begin and did not. */
    MailContent of(Missing missing) {
        List<List<Object>> facts = new ArrayList<>();
        facts.add(List.of(Texts.message("mail.fact.after"), missing.after()));
        facts.add(List.of(Texts.message("mail.fact.by"), missing.by()));
        missing.last().ifPresent(run -> {
            facts.add(List.of(Texts.message("mail.fact.last"), String.valueOf(run.id())));
            facts.add(List.of(Texts.message("mail.fact.begun"), run.startedAt()));
            facts.add(List.of(Texts.message("mail.fact.ended"), ended(run.exit())));
        });
        String by = MOMENT.format(missing.by().atZone(zone));
        return MailContent.about(Texts.message("mail.subject.missing", by))
                .table(List.of(), facts)
                .problems(List.of(Problems.missing(by)))
                .build();
    }

    /** What is told where there is no run to report of. */
    static MailContent without(Message subject, Message why, List<Problem> problems) {
        return MailContent.about(subject).paragraph(why).problems(problems).build();
    }

    private static List<List<Object>> facts(Report report) {
        return List.of(
                List.of(Texts.message("mail.fact.run"), String.valueOf(report.run())),
                List.of(Texts.message("mail.fact.begun"), report.startedAt()),
                List.of(Texts.message("mail.fact.took"), Texts.span(report.took())),
                List.of(Texts.message("mail.fact.ended"), ended(report.exit())));
    }

    /** How a run ended, in words. */
    static Message ended(Optional<ExitCode> exit) {
        return Texts.message("mail.exit." + exit.map(Enum::name).orElse("CRASHED"));
    }

    private static void quarantine(MailContent.Builder mail, List<FileOutcome> files) {
        if (files.isEmpty()) {
            return;
        }
        mail.heading(Texts.message("mail.quarantine"))
                .paragraph(Texts.message("mail.quarantine.text"))
                .table(
                        headings("unit", "import", "file", "result", "lies"),
                        files.stream()
                                .map(file -> List.of(
                                        file.unit(),
                                        file.definition(),
                                        file.file(),
                                        Texts.message("mail.result." + file.result()),
                                        file.archivedAs()))
                                .toList());
    }

    private static void units(MailContent.Builder mail, List<UnitLine> units) {
        if (!units.isEmpty()) {
            mail.heading(Texts.message("mail.units"))
                    .table(
                            headings("unit", "files", "entries", "matched", "open"),
                            units.stream()
                                    .map(unit -> List.of(
                                            unit.unit(), unit.files(), unit.entries(), unit.matched(), unit.open()))
                                    .toList());
        }
    }

    private static void proofs(MailContent.Builder mail, List<GroupLine> groups) {
        List<List<Object>> rows = new ArrayList<>();
        for (GroupLine group : groups) {
            group.proof().ifPresent(proof -> rows.add(proof(group.group(), proof)));
        }
        if (!rows.isEmpty()) {
            mail.heading(Texts.message("mail.proofs"))
                    .table(
                            headings(
                                    "group",
                                    "date",
                                    "currency",
                                    "bank",
                                    "ledger",
                                    "bank-open",
                                    "ledger-open",
                                    "other",
                                    "proof"),
                            rows);
        }
    }

    private static List<Object> proof(String group, Proof proof) {
        String currency = proof.currency();
        return List.of(
                group,
                proof.date(),
                currency,
                money(proof.bankBalance(), currency),
                money(proof.ledgerBalance(), currency),
                money(proof.bankOpen(), currency),
                money(proof.ledgerOpen(), currency),
                money(proof.openingDifference().add(proof.matchedDifference()), currency),
                Texts.message(proof.ok() ? "mail.proof.ok" : "mail.proof.failed"));
    }

    /** With at least the digits that amounts of the currency have. */
    private static BigDecimal money(BigDecimal amount, String currency) {
        return amount.setScale(Math.max(amount.scale(), Amounts.minorUnits(currency)));
    }

    private static void rules(MailContent.Builder mail, List<GroupLine> groups) {
        List<List<Object>> rows = new ArrayList<>();
        for (GroupLine group : groups) {
            group.rules().stream()
                    .filter(rule -> rule.matches() > 0)
                    .forEach(rule -> rows.add(List.of(
                            group.group(), rule.rule(), rule.matches(), rule.bankEntries() + rule.ledgerEntries())));
        }
        if (!rows.isEmpty()) {
            mail.heading(Texts.message("mail.rules"))
                    .table(headings("group", "rule", "matches", "matched-entries"), rows);
        }
    }

    private void openItems(MailContent.Builder mail, Report report) {
        List<Item> items = report.groups().stream()
                .flatMap(group -> group.open().stream().map(item -> new Item(group.group(), item)))
                .sorted(OLDEST_FIRST)
                .toList();
        if (items.isEmpty()) {
            return;
        }
        mail.heading(Texts.message("mail.open-items"));
        Charts.ofAges(mail, items.stream().map(Item::item).toList());
        Charts.ofRuns(mail, report.runs(), zone);
        if (items.size() > MOST_ITEMS) {
            mail.paragraph(Texts.message("mail.open-items.oldest", MOST_ITEMS, items.size()));
        }
        mail.table(
                headings("group", "side", "date", "age", "amount", "currency", "reference", "reason"),
                items.stream().limit(MOST_ITEMS).map(NightMail::row).toList());
    }

    private static List<Object> row(Item open) {
        OpenItem item = open.item();
        return List.of(
                open.group(),
                Texts.message("mail.side." + item.side()),
                item.bookingDate(),
                item.ageDays(),
                money(item.amount(), item.currency()),
                item.currency(),
                item.reference(),
                item.reason());
    }

    private static List<Message> headings(String... names) {
        return List.of(names).stream()
                .map(name -> Texts.message("mail.column." + name))
                .toList();
    }
}
