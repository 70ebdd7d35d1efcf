package org.tickmark.launcher.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.launcher.it.MailSink;
import org.tickmark.launcher.nights.Chronicle.Run;
import org.tickmark.launcher.nights.Chronicle.Told;
import org.tickmark.launcher.nights.Desk.Done;
import org.tickmark.launcher.nights.Desk.Paper;
import org.tickmark.launcher.nights.Month.Hitch;

/**
 * A month of night runs over files of three formats, in which files are cut off, late, missing or twice there, folders vanish, runs are killed,
 * forgotten or switched off, and mail is down, all by a seeded list: mails, archives, proofs and the history of runs are those that follow from the
 * list. The system properties {@code tickmark.month.nights}, {@code .units} and {@code .seed} make it long; the whole is 30 nights of 20 units.
 */
class MonthTest {
    private static final int NIGHTS = Integer.getInteger("tickmark.month.nights", 7);
    private static final int UNITS = Integer.getInteger("tickmark.month.units", 3);
    private static final long SEED = Long.getLong("tickmark.month.seed", 1);
    private static final int CLERKS_UNIT = 1;
    /** Mails are delivered at once; the machine may have other work. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final LocalTime NIGHT = LocalTime.of(5, 30);
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    @TempDir
    Path folder;

    private final Month month = Month.of(SEED, NIGHTS, UNITS);
    private final List<Desk> desks = IntStream.rangeClosed(1, UNITS)
            .mapToObj(unit -> new Desk(Firm.made(SEED, unit, NIGHTS)))
            .toList();
    private final Chronicle expected =
            new Chronicle(desks.get(CLERKS_UNIT).firm().code());
    private final List<Mail> came = new ArrayList<>();
    private Office office;
    private MailSink sink;

    /** A process ends. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void setUp() throws IOException {
        office = new Office(folder);
        sink = new MailSink();
        office.mailTo(sink);
        String clerk =
                Chronicle.CLERK + "[unit=" + desks.get(CLERKS_UNIT).firm().code() + " language=sv]";
        office.set("batch.errorsTo", Chronicle.DESK + ", " + clerk);
        office.set("batch.doneTo", Chronicle.CHIEF + ", " + clerk + ", " + Chronicle.WEEKLY + "[digest=week]");
        office.set("batch.expected", "daily at 07:00");
        setClock(Firm.FIRST_DAY, NIGHT);
        office.apply("units:\n" + each(Firm::unit) + "imports:\n" + each(Firm::imports) + "groups:\n"
                + each(Firm::groupText));
        for (Desk desk : desks) {
            for (String kind : List.of("bank", "ledger")) {
                Files.createDirectories(source(desk, kind));
                Files.createDirectories(archive(desk, kind));
            }
        }
    }

    private String each(Function<Firm, String> text) {
        return desks.stream().map(Desk::firm).map(text).collect(Collectors.joining());
    }

    @AfterEach
    void close() throws IOException {
        office.close();
        sink.close();
    }

    @Test
    void aMonthLeavesAndTellsWhatFollowsFromWhatHappened() throws Exception {
        for (int night = 0; night < NIGHTS; night++) {
            LocalDate day = Firm.FIRST_DAY.plusDays(night + 1L);
            setClock(day, NIGHT);
            deliver(night);
            pass(night, day);
            setClock(day, MORNING);
            office.look();
            desksOpen();
            office.set("batch.enabled", "true");
        }
        sink.mails().forEach(this::arrived);

        assertThatTheHistoryIsRight();
        assertThatTheMailsAreRight();
        assertThatTheArchivesAreRight();
    }

    private void setClock(LocalDate day, LocalTime time) {
        office.clock.set(instant(day, time));
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZoneId.systemDefault()).toInstant();
    }

    private void deliver(int night) throws IOException {
        for (int unit = 0; unit < UNITS; unit++) {
            Desk desk = desks.get(unit);
            for (Paper paper : desk.deliver(night, month.mishap(night, unit))) {
                Path file = Files.write(source(desk, paper.folder()).resolve(paper.name()), paper.bytes());
                Files.setLastModifiedTime(
                        file, FileTime.from(office.clock.instant().minusSeconds(600)));
            }
            if (desk.folderIsGone()) {
                Files.move(source(desk, "bank"), away(desk));
            }
        }
    }

    private void desksOpen() throws IOException {
        for (Desk desk : desks) {
            if (desk.folderIsGone()) {
                Files.move(away(desk), source(desk, "bank"));
            }
            desk.morning();
        }
    }

    /** Lets a night pass, and writes down what should come of it. */
    private void pass(int night, LocalDate day) throws Exception {
        switch (month.hitches().get(night)) {
            case OFF -> {
                office.set("batch.enabled", "false");
                assertThat(office.run(false, PATIENCE, CancelToken.NEVER)
                                .exitCode()
                                .code())
                        .isEqualTo(3);
            }
            case MISSED -> expected.missed(day);
            case KILLED -> {
                assertThatThrownBy(() -> office.run(false, PATIENCE, this::isKilled))
                        .isInstanceOf(Killed.class);
                expected.killed(
                        day, desks.stream().limit(UNITS / 2).map(Desk::night).toList());
                assertThatTheProofsAreRight();
            }
            default -> ran(day, month.hitches().get(night));
        }
    }

    private void ran(LocalDate day, Hitch hitch) throws IOException {
        if (hitch == Hitch.NO_MAIL) {
            sink.mails().forEach(this::arrived);
            sink.close();
        }
        Duration mailWait = hitch == Hitch.NO_MAIL ? Duration.ofSeconds(1) : PATIENCE;
        int exit = office.run(false, mailWait, CancelToken.NEVER).exitCode().code();
        List<Done> units = desks.stream().map(Desk::night).toList();
        expected.ran(day, units);
        int own = Desk.End.worst(units.stream().map(Done::end).toList()).code;
        if (hitch == Hitch.NO_MAIL) {
            assertThat(exit).isEqualTo(own == 0 ? 7 : own);
            sink = new MailSink();
            office.mailTo(sink);
        } else {
            assertThat(exit).isEqualTo(own);
        }
        assertThatTheProofsAreRight();
    }

    /** Kills the process between the first and the second half of the units. */
    private boolean isKilled() {
        long done =
                office.transactions().reading(tx -> Sql.on(tx.connection(), """
                        select count(*) as n from batch_run_unit u join batch_run r on r.id = u.run_id
                        where r.state = 'RUNNING'""").one(row -> row.number("n")));
        if (done >= UNITS / 2) {
            throw new Killed();
        }
        return false;
    }

    private void arrived(String raw) {
        try {
            came.add(Mail.of(raw));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(raw, e);
        }
    }

    // ---------------------------------------------------------------- what must be

    private void assertThatTheProofsAreRight() {
        for (Desk desk : desks) {
            office.standing(desk.firm().group()).proof().ifPresent(proof -> assertThatItIsRight(desk, proof));
        }
    }

    private static void assertThatItIsRight(Desk desk, Proof proof) {
        assertThat(proof.ok()).as("%s: %s", desk.firm().code(), proof).isTrue();
        assertThat(Stream.of(proof.bankBalance(), proof.ledgerBalance(), proof.bankOpen(), proof.ledgerOpen())
                        .map(amount -> amount.movePointRight(2).longValueExact()))
                .as(desk.firm().code() + ": balances and what is open, bank and ledger")
                .containsExactly(desk.bankBalance(), desk.ledgerBalance(), desk.bankOpen(), desk.ledgerOpen());
    }

    private void assertThatTheHistoryIsRight() {
        List<String> history = office.transactions().reading(tx -> Sql.on(
                        tx.connection(), "select id, state, exit_code, started_at from batch_run order by id")
                .list(row -> row.number("id") + " " + row.text("state") + " "
                        + row.optionalNumber("exit_code").map(String::valueOf).orElse("-") + " "
                        + LocalDate.ofInstant(row.instant("started_at"), ZoneId.systemDefault())));
        assertThat(history)
                .isEqualTo(expected.runs().stream()
                        .map(run -> run.id() + (run.end().isPresent() ? " FINISHED " : " CRASHED ")
                                + run.end().map(end -> String.valueOf(end.code)).orElse("-") + " " + run.day())
                        .toList());
        List<String> units = office.transactions()
                .reading(tx -> Sql.on(tx.connection(), "select * from batch_run_unit order by run_id, unit_code")
                        .list(row -> row.number("run_id") + " " + row.text("unit_code") + " " + row.number("exit_code")
                                + " " + row.number("files") + " " + row.number("entries") + " " + row.number("matched")
                                + " " + row.number("open_items")));
        assertThat(units)
                .isEqualTo(expected.runs().stream()
                        .flatMap(run -> run.units().stream()
                                .map(done -> run.id() + " " + done.unit() + " " + done.end().code + " " + done.files()
                                        + " " + done.entries() + " " + done.matched() + " " + done.open()))
                        .toList());
    }

    private void assertThatTheMailsAreRight() {
        assertThat(came.stream().map(mail -> mail.to() + ": " + mail.subject()))
                .containsExactlyInAnyOrderElementsOf(
                        expected.mails().stream().map(Told::toString).toList());
        assertThat(came.stream().map(Mail::id)).doesNotHaveDuplicates();
        for (Told told : expected.mails()) {
            if (told.run() > 0 && !told.to().equals(Chronicle.WEEKLY)) {
                Mail mail = came.stream()
                        .filter(one -> (one.to() + ": " + one.subject()).equals(told.toString()))
                        .findFirst()
                        .orElseThrow();
                assertThatItTells(mail, expected.runs().get(Math.toIntExact(told.run() - 1)));
            }
        }
    }

    private void assertThatItTells(Mail mail, Run run) {
        if (run.end().isEmpty()) {
            return;
        }
        boolean ofOne = mail.to().equals(Chronicle.CLERK);
        for (Done done : run.units()) {
            boolean told =
                    !ofOne || done.unit().equals(desks.get(CLERKS_UNIT).firm().code());
            Pattern line = Pattern.compile("(?m)^" + done.unit() + " +" + done.files() + " +" + done.entries() + " +"
                    + done.matched() + " +" + done.open() + "$");
            assertThat(line.matcher(mail.text()).find())
                    .as("%s tells %s:%n%s", mail.subject(), done, mail.text())
                    .isEqualTo(told);
            assertThat(mail.files().contains(done.unit().toLowerCase(Locale.ROOT) + "-1930.html"))
                    .as("%s of %s has the report of %s", mail.subject(), mail.to(), done.unit())
                    .isEqualTo(told);
        }
        assertThat(mail.files().contains("open-by-age.png"))
                .as(mail.subject() + " has a picture")
                .isEqualTo(run.units().stream()
                        .filter(done -> !ofOne
                                || done.unit()
                                        .equals(desks.get(CLERKS_UNIT).firm().code()))
                        .anyMatch(done -> done.open() > 0));
    }

    private void assertThatTheArchivesAreRight() throws IOException {
        for (Desk desk : desks) {
            for (String kind : List.of("bank", "ledger")) {
                assertThat(hashes(source(desk, kind), false))
                        .as("left of %s in %s", desk.firm().code(), kind)
                        .isEqualTo(hashes(desk.inbox(), kind));
                assertThat(hashes(archive(desk, kind), false))
                        .as("archived of %s from %s", desk.firm().code(), kind)
                        .isEqualTo(hashes(desk.archived(), kind));
                assertThat(hashes(archive(desk, kind), true))
                        .as("rejected of %s from %s", desk.firm().code(), kind)
                        .isEqualTo(hashes(desk.rejected(), kind));
            }
        }
    }

    private static List<String> hashes(List<Paper> papers, String kind) {
        return papers.stream()
                .filter(paper -> paper.folder().equals(kind))
                .map(paper -> Sha256.hex(paper.bytes()))
                .sorted()
                .toList();
    }

    /** Of the files in a folder, those that were rejected, or the others. */
    private static List<String> hashes(Path top, boolean rejected) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            List<String> hashes = new ArrayList<>();
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = top.relativize(file).toString();
                boolean report = name.endsWith(".txt") || name.endsWith(".json");
                if (!report && name.startsWith("rejected") == rejected) {
                    hashes.add(Sha256.hex(file));
                }
            }
            return hashes.stream().sorted().toList();
        }
    }

    private Path source(Desk desk, String kind) {
        return folder.resolve("in").resolve(desk.firm().code()).resolve(kind);
    }

    private Path away(Desk desk) {
        return folder.resolve("in").resolve(desk.firm().code()).resolve("away");
    }

    private Path archive(Desk desk, String kind) {
        return folder.resolve("archive").resolve(desk.firm().code()).resolve(kind);
    }
}
