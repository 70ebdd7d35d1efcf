package org.tickmark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit.Act;
import org.tickmark.api.host.Audit.Head;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

/** What the audit log promises, on any database. */
abstract class AuditSuite {
    private static final Caller ADA = Caller.os("ada", Locale.ENGLISH);
    private static final Caller NOBODY = new Caller("user:x", Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);

    private final ManualClock clock = ManualClock.at("2026-03-02T08:00:00.123456Z");
    private DatabaseFixture database;
    private Transactions transactions;
    private Sealer sealer;
    private ChainedAudit audit;

    abstract DatabaseFixture open();

    @BeforeEach
    void openDatabase() {
        database = open();
        transactions = database.migrate("org.tickmark.access", ChainedAudit.class);
        sealer = new Sealer(transactions);
        audit = new ChainedAudit(transactions, clock, sealer, () -> {});
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void standsIfAndOnlyIfWhatItTellsOfStands() {
        append("a", 1);
        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    audit.append(tx, ADA, act("a"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("audit")).isEqualTo(1);
    }

    @Test
    void chainsEachStreamByItself() {
        append("a", 2);
        append("b", 1);
        append("a", 1);
        sealer.seal();

        assertThat(texts("SELECT stream || ' ' || number AS text FROM audit ORDER BY id"))
                .containsExactly("a 1", "a 2", "b 1", "a 3");
        assertThat(audit.head("a")).hasValueSatisfying(head -> {
            assertThat(head.number()).isEqualTo(3);
            assertThat(head.hash()).matches("[0-9a-f]{64}");
        });
        assertThat(audit.head("b")).map(Head::number).contains(1L);
        assertThat(audit.head("c")).isEmpty();
        assertThat(audit.verify(ADA)).isEmpty();
    }

    @Test
    void sealsByTheDocumentedForm() {
        transactions.inTransaction(tx -> {
            audit.append(
                    tx,
                    ADA,
                    new Act("recon", "match.undo", "match/17", Map.of("why", "wrong \"ö\"", "amount", "1.50")));
            return null;
        });

        // Computed apart from this program, from the form that AuditRecord documents.
        assertThat(audit.head("recon")).map(Head::hash).contains(KNOWN_HASH);
    }

    /**
     * SHA-256 of {@code ["tickmark-audit-1","000…","1","1","recon","2026-03-02T08:00:00.123456Z","os:ada","SHELL","match.undo",
     * "match/17","{\\"amount\\":\\"1.50\\",\\"why\\":\\"wrong \\\\\\"ö\\\\\\"\\"}"]}, with 64 zeros and no line breaks.
     */
    private static final String KNOWN_HASH = "0e59d3c2f51fea9a9cf079a47ecb2891e738815b12f74bc276059c4b620fb5d2";

    @Test
    void sealsAtStartWhatAnEarlierProcessLeft() {
        append("a", 1500);

        new Sealer(transactions).seal();

        assertThat(count("audit WHERE number IS NULL")).isZero();
        assertThat(audit.verify(ADA)).isEmpty();
    }

    @Test
    void a30_namesTheFirstRecordThatWasAltered() {
        append("a", 5);
        append("b", 5);
        sealer.seal();
        for (String column : List.of("caller", "origin", "action", "subject", "details")) {
            String whole = text("SELECT " + column + " AS text FROM audit WHERE stream = 'a' AND number = 2");
            update("UPDATE audit SET " + column + " = 'x' WHERE stream = 'a' AND number IN (2, 4)");

            assertThat(audit.verify(ADA)).containsExactly("Stream a: record 2 (id 2) was altered after it was sealed.");
            update("UPDATE audit SET " + column + " = '" + whole + "' WHERE stream = 'a' AND number IN (2, 4)");
        }
        assertThat(audit.verify(ADA)).isEmpty();
    }

    @Test
    void noticesAnAlteredInstant() {
        append("a", 2);
        sealer.seal();
        update("UPDATE audit SET at = TIMESTAMP WITH TIME ZONE '2026-03-02 08:00:00.123457+00:00' WHERE number = 1");

        assertThat(audit.verify(ADA)).singleElement().asString().contains("record 1");
    }

    @Test
    void a30_noticesARecordSealedAnewWithoutWhatFollowsIt() {
        append("a", 3);
        sealer.seal();
        update("UPDATE audit SET subject = 'other' WHERE number = 2");
        String previous = text("SELECT previous_hash AS text FROM audit WHERE number = 2");
        String forged = transactions.reading(
                tx -> Sql.on(tx.connection(), "SELECT " + AuditRecord.COLUMNS + " FROM audit WHERE number = 2")
                        .one(AuditRecord::of)
                        .hash(2, previous));
        update("UPDATE audit SET hash = '" + forged + "' WHERE number = 2");

        assertThat(audit.verify(ADA))
                .containsExactly("Stream a: record 3 (id 3) does not continue the record before it.");
    }

    @Test
    void a30_noticesRecordsThatAreGone() {
        append("a", 6);
        append("b", 3);
        append("c", 3);
        append("d", 2);
        sealer.seal();
        update("DELETE FROM audit WHERE stream = 'a' AND number IN (2, 3, 5)");
        update("DELETE FROM audit WHERE stream = 'b' AND number = 3");
        update("DELETE FROM audit WHERE stream = 'c' AND number = 1");
        update("DELETE FROM audit WHERE stream = 'd'");

        assertThat(audit.verify(ADA))
                .containsExactly(
                        "Stream a: records 2 to 3 are missing.",
                        "Stream a: records 5 to 5 are missing.",
                        "Stream b: records 3 to 3 are missing.",
                        "Stream c: records 1 to 1 are missing.",
                        "Stream d: records 1 to 2 are missing.");
    }

    @Test
    void a30_noticesAHeadThatWasMovedOrIsGone() {
        append("a", 3);
        append("b", 3);
        append("c", 3);
        sealer.seal();
        update(
                "UPDATE audit_head SET number = 2, hash = (SELECT hash FROM audit WHERE stream = 'a' AND number = 2) WHERE stream = 'a'");
        update("DELETE FROM audit_head WHERE stream = 'b'");
        update("UPDATE audit_head SET hash = 'x' WHERE stream = 'c'");

        assertThat(audit.verify(ADA))
                .containsExactly(
                        "Stream c: record 3 is not the one that the end of the chain was kept for.",
                        "Stream a: records from number 3 on lie beyond the end that was kept for the chain.",
                        "Stream b: records from number 1 on lie beyond the end that was kept for the chain.");
    }

    @Test
    void staysWholeWhenManyAppendAndSealTogether() throws Exception {
        int threads = 6;
        int each = 40;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (SealingThread sealing = new SealingThread(sealer)) {
            ChainedAudit waking = new ChainedAudit(transactions, clock, sealer, sealing::wake);
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                String stream = "s" + t % 2;
                Sealer node = new Sealer(transactions);
                all.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        transactions.inTransaction(tx -> {
                            waking.append(tx, ADA, act(stream));
                            return null;
                        });
                        if (i % 10 == 0) {
                            node.seal();
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(audit.verify(ADA)).isEmpty();
        assertThat(audit.head("s0")).map(Head::number).contains(3L * each);
        assertThat(audit.head("s1")).map(Head::number).contains(3L * each);
    }

    @Test
    void listsRecordsByConditionAndKey() {
        append("a", 2);
        append("b", 2);
        AuditRecords records = new AuditRecords(transactions);

        Table all = records.list(ADA, RecordQuery.first(3));
        Table rest = records.list(ADA, new RecordQuery(Map.of(), 10, "3"));
        Table some = records.list(
                ADA, RecordQuery.first(10).where("stream", "b").where("at", "2026-03-02T08:00:00.123456Z"));

        assertThat(all.columns()).isEqualTo(records.columns()).contains(Column.text("caller"));
        assertThat(ids(all)).containsExactly(1L, 2L, 3L);
        assertThat(ids(rest)).containsExactly(4L);
        assertThat(ids(some)).containsExactly(3L, 4L);
        assertThat(some.rows().get(0)).contains("os:ada", "SHELL", "box.open", "{\"by\":\"hand\"}");
    }

    @Test
    void listsFromTheNewestAndByWhatRecordsHold() {
        append("a", 2);
        append("b", 1);
        AuditRecords records = new AuditRecords(transactions);

        assertThat(ids(records.list(ADA, RecordQuery.first(2).lastFirst()))).containsExactly(3L, 2L);
        assertThat(ids(records.list(ADA, new RecordQuery(Map.of(), 9, "2").lastFirst())))
                .containsExactly(1L);
        assertThat(ids(records.list(ADA, RecordQuery.first(9).holding("BOX.OP").where("stream", "a"))))
                .containsExactly(1L, 2L);
        assertThat(ids(records.list(ADA, RecordQuery.first(9).holding("b_x")))).isEmpty();
    }

    @Test
    void refusesAColumnThatIsNoneAndAValueThatDoesNotFit() {
        AuditRecords records = new AuditRecords(transactions);

        assertThatThrownBy(() -> records.list(ADA, RecordQuery.first(1).where("id; drop", "1")))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().expected().orElseThrow()).contains("stream, caller"));
        assertThatThrownBy(() -> records.list(ADA, RecordQuery.first(1).where("number", "one")))
                .isInstanceOf(TickmarkException.class);
        assertThatThrownBy(() -> records.list(ADA, new RecordQuery(Map.of(), 1, "x")))
                .isInstanceOf(TickmarkException.class);
    }

    @Test
    void letsOnlyThoseReadThatMay() {
        assertThatThrownBy(() -> audit.verify(NOBODY)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> new AuditRecords(transactions).list(NOBODY, RecordQuery.first(1)))
                .isInstanceOf(PermissionDenied.class);
    }

    private void append(String stream, int times) {
        transactions.inTransaction(tx -> {
            for (int i = 0; i < times; i++) {
                audit.append(tx, ADA, act(stream));
            }
            return null;
        });
    }

    private static Act act(String stream) {
        return new Act(stream, "box.open", "box/1", Map.of("by", "hand"));
    }

    private static List<Object> ids(Table table) {
        return table.rows().stream().map(row -> row.get(0)).toList();
    }

    private long count(String tableAndCondition) {
        return Long.parseLong(text("SELECT COUNT(*) AS text FROM " + tableAndCondition));
    }

    private String text(String sql) {
        return texts(sql).get(0);
    }

    private List<String> texts(String sql) {
        return transactions.reading(tx -> Sql.on(tx.connection(), sql).list(row -> row.text("text")));
    }

    private void update(String sql) {
        transactions.inTransaction(tx -> Sql.on(tx.connection(), sql).update());
    }
}
