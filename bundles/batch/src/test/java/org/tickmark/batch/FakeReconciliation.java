package org.tickmark.batch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.message.Message;
import org.tickmark.testkit.host.Partly;

/** A reconciliation that does what a test prepared for each group, and remembers what it was asked. */
final class FakeReconciliation {
    private static final LocalDate SATURDAY_2_MAY = LocalDate.of(2026, 5, 2);
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);

    final List<ReconciliationRequest> requests = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Supplier<GroupRun>> runs = new HashMap<>();

    Reconciliation service() {
        return Partly.implemented(Reconciliation.class, this);
    }

    /** A group that is ticked for scheduled runs, and what a run of it does. */
    FakeReconciliation scheduled(String unit, String name, Supplier<GroupRun> run) {
        groups.add(new Group(name, unit, List.of("bank"), List.of("1930"), true, List.of()));
        runs.put(name, run);
        return this;
    }

    FakeReconciliation unscheduled(String unit, String name) {
        groups.add(new Group(name, unit, List.of("bank"), List.of("1930"), false, List.of()));
        return this;
    }

    /** 90 + 90 entries matched, 3 + 2 open, proof true. */
    static GroupRun proven() {
        return run(proof(List.of()), List.of());
    }

    /** The same of another group. */
    static GroupRun proven(String unit, String group) {
        return run(unit, group, proof(List.of()), List.of());
    }

    static GroupRun notProven() {
        return run(proof(List.of(problem("proof.closing"))), List.of());
    }

    static GroupRun failed() {
        return new GroupRun(0, "bank", "A", List.of(), 0, 0, Optional.empty(), List.of(problem("rec.failed")));
    }

    private static GroupRun run(Proof proof, List<Problem> problems) {
        return run("A", "bank", proof, problems);
    }

    private static GroupRun run(String unit, String group, Proof proof, List<Problem> problems) {
        GroupRun.RuleCount rule = new GroupRun.RuleCount("reference", "one-one", 90, 90, 90);
        return new GroupRun(7, group, unit, List.of(rule), 3, 2, Optional.of(proof), problems);
    }

    private static Proof proof(List<Problem> failures) {
        BigDecimal zero = BigDecimal.ZERO;
        return new Proof(
                SUNDAY_31_MAY, "SEK", zero, zero, zero, zero, zero, zero, Optional.empty(), Optional.empty(), failures);
    }

    static Problem problem(String code) {
        return Problem.error(code, Message.verbatim(code)).build();
    }

    Reconciliation.Standing standing(Caller caller, String name, Optional<LocalDate> date) {
        Group group = groups.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        OpenItem item = new OpenItem(
                1,
                Account.Side.BANK,
                "1930",
                SATURDAY_2_MAY,
                new BigDecimal("-12.5"),
                new BigDecimal("-12.5"),
                "SEK",
                "F-1",
                "",
                "",
                29,
                Message.verbatim("nothing like it"),
                "");
        return new Reconciliation.Standing(group, Optional.of(proof(List.of())), List.of(item), 90);
    }

    byte[] report(Caller caller, ReportRequest request) {
        String page = "<p lang='" + request.locale().getLanguage() + "'>" + request.subject() + " as "
                + request.format() + "</p>";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    List<Group> groups(Caller caller) {
        return groups;
    }

    List<GroupRun> run(Caller caller, ReconciliationRequest request, Progress progress, CancelToken cancel) {
        requests.add(request);
        return List.of(runs.get(request.groups().get(0)).get());
    }
}
