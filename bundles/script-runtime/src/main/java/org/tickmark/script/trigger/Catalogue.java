package org.tickmark.script.trigger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.host.script.EventKind;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.Phase;

/** The kinds of events that Tickmark's own bundles tell of. Plugins may tell of others. */
final class Catalogue {
    private static final String UNIT = "unit";
    private static final String GROUP = "group";
    private static final String REASON = "reason";

    private static final List<EventKind> KINDS = kinds();

    private Catalogue() {}

    /** All kinds, by topic. */
    static List<EventKind> all() {
        return KINDS;
    }

    /** The first kind that a trigger can be about; empty if there is none. */
    static Optional<EventKind> of(TriggerDefinition trigger) {
        return KINDS.stream()
                .filter(kind ->
                        kind.phase() == trigger.phase() && TriggerHandler.matches(trigger.topic(), kind.topic()))
                .findFirst();
    }

    private static List<EventKind> kinds() {
        List<EventKind> kinds = new ArrayList<>();
        kinds.addAll(ofTasks());
        kinds.addAll(ofImports());
        kinds.addAll(ofReconciliations());
        kinds.addAll(ofTheRest());
        kinds.addAll(ofTheCalendar());
        kinds.sort(Comparator.comparing(EventKind::topic));
        return List.copyOf(kinds);
    }

    private static EventKind before(String topic, String subject, Map<String, String> sample) {
        return new EventKind(topic, Phase.BEFORE, Texts.message("event." + topic), subject, sample, Set.of());
    }

    private static EventKind after(String topic, String subject, Map<String, String> sample) {
        return new EventKind(topic, Phase.AFTER, Texts.message("event." + topic), subject, sample, Set.of());
    }

    private static List<EventKind> ofTasks() {
        return List.of(
                after(
                        "task.run.failed",
                        "task/nightly-import",
                        Map.of(
                                "run", "811",
                                "state", "FAILED",
                                "attempt", "1",
                                "final", "true",
                                "summary", "No archive folder")),
                after("task.run.recovered", "task/nightly-import", Map.of("run", "812", "failures", "2")),
                after(
                        "task.saved",
                        "task/nightly-import",
                        Map.of(
                                "revision", "3",
                                "executor", "import",
                                "schedule", "weekdays 06:00",
                                "owner", "os:anna",
                                "active", "true")));
    }

    private static Map<String, String> file(String result) {
        return Map.of("definition", "bank-a", UNIT, "100", "file", "statement.xml", "result", result, "entries", "12");
    }

    private static List<EventKind> ofImports() {
        return List.of(
                before(
                        "import.file.commit",
                        "file/812",
                        Map.of(
                                "definition",
                                "bank-a",
                                UNIT,
                                "100",
                                "file",
                                "statement.xml",
                                "format",
                                "camt",
                                "statements",
                                "1")),
                after("import.file.committed", "file/812", file("imported")),
                after("import.file.held", "file/812", file("held")),
                after("import.file.rejected", "file/812", file("rejected")),
                after(
                        "import.file.undone",
                        "file/812",
                        Map.of(
                                "definition",
                                "bank-a",
                                UNIT,
                                "100",
                                "file",
                                "statement.xml",
                                "entries",
                                "12",
                                REASON,
                                "wrong account")));
    }

    private static Map<String, String> reconciled(String proof) {
        return Map.of(
                GROUP,
                "bank-1930",
                UNIT,
                "100",
                "date",
                "2026-11-26",
                "matches",
                "9",
                "bank_open",
                "1",
                "ledger_open",
                "0",
                "proof",
                proof);
    }

    private static List<EventKind> ofReconciliations() {
        return List.of(
                before(
                        "reconciliation.group.commit",
                        "group/bank-1930",
                        Map.of(UNIT, "100", "date", "2026-11-26", "matches", "9")),
                after("reconciliation.group.reconciled", "run/4", reconciled("ok")),
                after("reconciliation.proof.failed", "run/4", reconciled("failed")),
                before("reconciliation.match.commit", "group/bank-1930", Map.of("entries", "17 41")),
                after(
                        "reconciliation.match.made",
                        "match/17",
                        Map.of(GROUP, "bank-1930", UNIT, "100", "entries", "17 41", "amount", "1250.50")),
                after(
                        "reconciliation.match.undone",
                        "match/17",
                        Map.of(GROUP, "bank-1930", UNIT, "100", "matches", "1", REASON, "wrong customer")),
                after(
                        "reconciliation.sign-off.changed",
                        "sign-off/3",
                        Map.of(GROUP, "bank-1930", UNIT, "100", "through", "2026-10-31", "state", "PREPARED")),
                after(
                        "reconciliation.group.locked",
                        "group/bank-1930",
                        Map.of(GROUP, "bank-1930", UNIT, "100", "through", "2026-10-31", REASON, "month closed")));
    }

    private static List<EventKind> ofTheRest() {
        Map<String, String> night = Map.of(
                "mode",
                "all",
                "state",
                "finished",
                "exit",
                "0",
                "files",
                "3",
                "entries",
                "120",
                "matched",
                "118",
                "open",
                "2");
        return List.of(
                after("batch.finished", "batch/17", night),
                after("batch.failed", "batch/17", night),
                after("mail.given-up", "mail/17", Map.of("error", "550 no such user")));
    }

    private static List<EventKind> ofTheCalendar() {
        Map<String, String> fields = Map.of(
                "field.title", "Month end",
                "field.location", "Attic",
                "field.note", "Bring the binder",
                "field.kind", "task",
                "field.status", "started",
                "field.show-as", "free",
                "field.lead", "15",
                "field.lag", "15",
                "field.alarm", "30");
        Map<String, String> added = with(
                fields,
                Map.of(
                        "owner",
                        "user:kari",
                        "start",
                        "TZID=Europe/Oslo:20261201T090000",
                        "length",
                        "PT1H",
                        "rule",
                        "FREQ=MONTHLY"));
        Map<String, String> edited = with(fields, Map.of("action", "change", "effect", "7 appointments change"));
        Map<String, String> answered = Map.of(
                "who",
                "user:anna",
                "answer",
                "declined",
                "date",
                "2026-12-01T09:00",
                "reach",
                "this",
                "comment",
                "Ill");
        return List.of(
                new EventKind(
                        "calendar.add",
                        Phase.BEFORE,
                        Texts.message("event.calendar.add"),
                        "appointment",
                        added,
                        fields.keySet()),
                new EventKind(
                        "calendar.edit",
                        Phase.BEFORE,
                        Texts.message("event.calendar.edit"),
                        "7@2026-12-01T09:00",
                        edited,
                        fields.keySet()),
                before("calendar.import", "holidays.ics", Map.of("owner", "user:kari")),
                before("calendar.answer", "7@2026-12-01T09:00", Map.of("who", "user:anna", "answer", "declined")),
                before("calendar.reply", "reply.ics", Map.of("who", "anna@example.org")),
                after("calendar.saved", "series/7", Map.of("action", "add", "change", "31")),
                after("calendar.removed", "series/7", Map.of("action", "delete", "change", "32")),
                after("calendar.answered", "series/7", answered),
                after(
                        "calendar.countered",
                        "series/7",
                        Map.of(
                                "who", "bo@example.org",
                                "date", "2026-12-01T09:00",
                                "proposed", "2026-12-02T09:00",
                                "comment", "A day later?")));
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putAll(others);
        return all;
    }
}
