package org.tickmark.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.reconciliation.Company.CALLER;
import static org.tickmark.reconciliation.Company.entry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Reconciliation.ReportFormat;
import org.tickmark.api.host.reconciliation.Reconciliation.Standing;
import org.tickmark.api.host.reconciliation.ReconciliationRequest;
import org.tickmark.api.host.reconciliation.ReportKind;
import org.tickmark.api.host.reconciliation.ReportRequest;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What was known at a moment can be told at any time after, on either database. */
abstract class KnowledgeSuite {
    private static final String GROUP = "bank-1930";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1); // a Thursday
    /** Longer histories: {@code -Dtickmark.histories=200}. */
    private static final int HISTORIES = Integer.getInteger("tickmark.histories", 3);

    private static final int ACTS = 30;

    private final ManualClock clock = ManualClock.at("2026-02-01T06:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Transactions transactions;
    private Company company;
    private ReconciliationService service;
    private HandWork work;
    private MatchGuard guard;

    /** The database of the subclass, with the tables of the books and of reconciliation. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        company = new Company(transactions, audit, events, clock);
        service = new ReconciliationService(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        work = new HandWork(transactions, AddedKinds.NONE, new Readings(), audit, events, clock);
        guard = new MatchGuard(transactions, audit, events, clock);
        service.save(CALLER, group(List.of()));
        pass();
    }

    private static Group group(List<Rule> rules) {
        Group.WriteOffs writeOffs = new Group.WriteOffs(new BigDecimal("1000"), new BigDecimal("100000"));
        return new Group(GROUP, "fjord", List.of("bank"), List.of("1930"), true, writeOffs, rules);
    }

    private void pass() {
        clock.advance(Duration.ofMillis(17));
    }

    private void run() {
        service.run(
                CALLER,
                new ReconciliationRequest(List.of(), List.of(), List.of(), false, Optional.empty(), false),
                Progress.NONE,
                CancelToken.NEVER);
    }

    private String statement(Optional<LocalDate> date, Optional<Instant> knownAt) {
        ReportRequest request = ReportRequest.of(ReportKind.STATEMENT, GROUP, ReportFormat.JSON, Locale.ENGLISH)
                .on(date)
                .knownAt(knownAt);
        return new String(service.report(CALLER, request), StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhatWasKnownBeforeEntriesCameLate() {
        company.book("bank", "2026-01-01", "2026-01-31", null, null, entry("2026-01-12", "100.00", "1234574"));
        company.book("1930", "2026-01-01", "2026-01-20", null, null, entry("2026-01-13", "50.00", "Alm", "x"));
        pass();
        Instant before = clock.instant();
        String told = statement(Optional.of(LocalDate.parse("2026-01-31")), Optional.empty());
        company.book("1930", "2026-01-21", "2026-01-31", null, null, entry("2026-01-11", "100.00", "1234574"));
        pass();
        run();
        pass();

        assertThat(statement(Optional.of(LocalDate.parse("2026-01-31")), Optional.of(before)))
                .isEqualTo(told)
                .contains("\"100.00\"");
        assertThat(statement(Optional.of(LocalDate.parse("2026-01-31")), Optional.empty()))
                .isNotEqualTo(told);
    }

    @Test
    void tellsAMatchThatWasUndoneSinceAndEntriesThatLeft() {
        long file = company.book(
                "bank", "2026-01-01", "2026-01-31", "0.00", "100.00", entry("2026-01-12", "100.00", "1234574"));
        company.book("1930", "2026-01-01", "2026-01-31", "0.00", "100.00", entry("2026-01-11", "100.00", "1234574"));
        pass();
        run();
        pass();
        Instant matched = clock.instant();
        String told = statement(Optional.empty(), Optional.empty());
        company.remove(file, guard);
        pass();

        assertThat(service.matches(CALLER, GROUP)).isEmpty();
        assertThat(statement(Optional.empty(), Optional.of(matched))).isEqualTo(told);
    }

    @Test
    void refusesAMomentThatIsYetToComeAndOneBeforeTheGroup() {
        assertThatThrownBy(() ->
                        statement(Optional.empty(), Optional.of(clock.instant().plusSeconds(1))))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("yet to come");
        assertThatThrownBy(() -> statement(Optional.empty(), Optional.of(Instant.parse("2020-01-01T00:00:00Z"))))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("not there yet");
    }

    /** What was told at a moment. */
    private record Told(Optional<LocalDate> date, Instant at, String text) {}

    @Test
    void everyStatementOfARandomHistoryIsToldAgainAlike() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            setUpFjord();
            Acting acting = new Acting(seed);
            List<Told> told = new ArrayList<>();
            for (int i = 0; i < ACTS; i++) {
                acting.act();
                pass();
                Optional<LocalDate> date = acting.date();
                told.add(new Told(date, clock.instant(), statement(date, Optional.empty())));
                if (i % 3 > 0) {
                    // Not every moment has a tick of the clock of its own.
                    pass();
                }
            }
            for (Told one : told) {
                assertThat(statement(one.date(), Optional.of(one.at())))
                        .as("seed %s, as of %s, known at %s", seed, one.date(), one.at())
                        .isEqualTo(one.text());
            }
            assertThat(told).allSatisfy(one -> assertThat(one.text()).doesNotContain("rec.proof.identity"));
        }
    }

    /** Does whatever can be done to a group, at random. */
    private final class Acting {
        private final Random random;
        private final List<Long> files = new ArrayList<>();
        private final List<Long> runs = new ArrayList<>();
        private int booked;

        Acting(long seed) {
            random = new Random(seed);
        }

        Optional<LocalDate> date() {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(FIRST_DAY.plusDays(random.nextInt(40)));
        }

        void act() {
            switch (random.nextInt(11)) {
                case 0, 1, 2 -> book();
                case 3, 4 -> run();
                case 5 -> removeFile();
                case 6 -> unmatch();
                case 7 -> undoRun();
                case 8 -> matchByHand();
                case 9 -> leaveOutOrNote();
                default -> otherRules();
            }
        }

        private void book() {
            String account = random.nextBoolean() ? "bank" : "1930";
            ImportedEntry.Builder[] entries = new ImportedEntry.Builder[1 + random.nextInt(4)];
            for (int i = 0; i < entries.length; i++) {
                String day = FIRST_DAY.plusDays(random.nextInt(30)).toString();
                // Few amounts and references, so that much matches and files bring the same entries.
                int kind = random.nextInt(6);
                entries[i] = entry(day, (100 + kind) + ".00", kind % 2 == 0 ? "1234574" : "100000199");
            }
            booked++;
            files.add(company.book(
                    account, "2026-01-01", "2026-01-31", null, random.nextBoolean() ? booked + ".00" : null, entries));
        }

        private void run() {
            KnowledgeSuite.this.run();
            service.matches(CALLER, GROUP).stream()
                    .map(Match::runId)
                    .filter(run -> run > 0 && !runs.contains(run))
                    .distinct()
                    .forEach(runs::add);
        }

        private void removeFile() {
            if (!files.isEmpty()) {
                company.remove(files.remove(random.nextInt(files.size())), guard);
            }
        }

        private void unmatch() {
            List<Match> matches = service.matches(CALLER, GROUP);
            if (!matches.isEmpty()) {
                service.undoMatch(
                        CALLER, matches.get(random.nextInt(matches.size())).id(), "wrong");
            }
        }

        private void undoRun() {
            if (!runs.isEmpty()) {
                service.undoRun(CALLER, runs.remove(random.nextInt(runs.size())), "wrong");
            }
        }

        private List<OpenItem> open() {
            Standing standing = service.standing(CALLER, GROUP, Optional.empty());
            return standing.open().stream()
                    .filter(item -> item.reason().toString().indexOf("Left out") < 0)
                    .toList();
        }

        /** Two entries, or parts of them, whatever they have to do with each other. */
        private void matchByHand() {
            List<OpenItem> open = open();
            if (open.size() < 2) {
                return;
            }
            OpenItem one = open.get(random.nextInt(open.size()));
            HandMatch.Row row = random.nextBoolean()
                    ? HandMatch.Row.of(one.entryId())
                    : HandMatch.Row.part(one.entryId(), one.amount().divideToIntegralValue(BigDecimal.valueOf(2)));
            HandMatch request = new HandMatch(GROUP, List.of(row), Optional.empty(), "");
            BigDecimal difference = work.draft(CALLER, request).difference();
            work.match(
                    CALLER,
                    new HandMatch(
                            GROUP,
                            List.of(row),
                            Optional.of(new org.tickmark.api.host.reconciliation.WriteOff(
                                    org.tickmark.api.host.reconciliation.WriteOff.Kind.OTHER, difference)),
                            "by hand"));
        }

        private void leaveOutOrNote() {
            List<OpenItem> open = open();
            if (open.isEmpty()) {
                return;
            }
            long entry = open.get(random.nextInt(open.size())).entryId();
            if (random.nextBoolean()) {
                work.note(CALLER, GROUP, Note.Subject.ENTRY, entry, "seen " + booked);
            } else {
                work.exclude(CALLER, GROUP, List.of(entry), "asked the bank");
                if (random.nextBoolean()) {
                    pass();
                    work.include(CALLER, GROUP, List.of(entry), "answered");
                }
            }
        }

        private void otherRules() {
            String after = Integer.toString(random.nextInt(40));
            service.save(
                    CALLER,
                    group(List.of(new Rule(
                            "ocr",
                            "one-one",
                            Rule.State.AUTOMATIC,
                            Map.of("after", after, "ambiguity", "oldest-first")))));
        }
    }
}
