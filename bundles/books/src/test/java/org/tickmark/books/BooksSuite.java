package org.tickmark.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.books.Told.entry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.Appended;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.EntryGuard;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.Table;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What the books promise, on either database. */
abstract class BooksSuite {
    private static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);
    private static final String MONDAY = "2026-11-02";
    private static final String TUESDAY = "2026-11-03";
    private static final String WEDNESDAY = "2026-11-04";

    private final ManualClock clock = ManualClock.at("2026-11-04T08:00:00Z");
    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(clock);
    private Transactions transactions;
    private BooksService books;
    private Account bank;
    private Account ledger;
    private long files;

    /** The database of the subclass, with the tables of the books. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() {
        transactions = transactions();
        transactions.inTransaction(tx -> {
            for (String table : List.of(
                    "past_entry",
                    "past_statement",
                    "entry_sum",
                    "entry_detail",
                    "entry_source",
                    "entry",
                    "statement_source",
                    "statement",
                    "account",
                    "unit")) {
                Sql.on(tx.connection(), "DELETE FROM " + table).update();
            }
            return files;
        });
        books = new BooksService(transactions, audit, events, clock);
        books.save(CALLER, new Unit("fjord", "Fjord Eiendom AS", "999888777", "NOK"));
        bank = books.save(CALLER, account("bank", Side.BANK, AccountId.iban("NO93 8601 1117 947")));
        ledger = books.save(CALLER, account("1920", Side.LEDGER, AccountId.ledger("1920")));
    }

    /** Whatever a test did: who reads the sums is told what the entries tell. */
    @AfterEach
    void theSumsAreThoseOfTheEntries() {
        String by = "file_id, statement_id, account_id, booking_date";
        assertThat(sums("SELECT " + by + ", entries, amount FROM books_entry_sum_v1"))
                .containsExactlyInAnyOrderElementsOf(sums("SELECT " + by
                        + ", COUNT(*) AS entries, SUM(amount) AS amount FROM entry WHERE status = 'BOOKED' GROUP BY "
                        + by));
        assertThat(column("""
            SELECT e.id AS it FROM entry e
            JOIN books_entry_sum_v1 s ON s.file_id = e.file_id AND s.statement_id = e.statement_id
              AND s.booking_date = e.booking_date
            WHERE e.status = 'BOOKED' AND e.id > s.last_entry_id"""))
                .as("entries beyond the last that the sums tell of")
                .isEmpty();
    }

    private List<String> sums(String query) {
        return transactions.reading(tx -> Sql.on(tx.connection(), query)
                .list(row -> row.number("file_id") + "/" + row.number("statement_id") + "/" + row.number("account_id")
                        + "/" + row.date("booking_date") + ": " + row.number("entries") + ", " + row.amount("amount")));
    }

    private static Account account(String code, Side side, AccountId id) {
        return new Account(0, "fjord", code, side, id, "NOK", "Konto " + code);
    }

    // Units and accounts

    @Test
    void listsUnitsAndAccountsByCode() {
        books.save(CALLER, new Unit("alpin", "Alpin AB", "", "SEK"));

        assertThat(books.units(CALLER)).extracting(Unit::code).containsExactly("alpin", "fjord");
        assertThat(books.accounts(CALLER)).extracting(Account::code).containsExactly("1920", "bank");
        assertThat(books.account(CALLER, "fjord", "bank")).contains(bank);
        assertThat(books.unit(CALLER, "nobody")).isEmpty();
    }

    @Test
    void changesAUnitAndTellsOfIt() {
        books.save(CALLER, new Unit("fjord", "Fjord Eiendom ASA", "999888777", "NOK"));

        assertThat(books.unit(CALLER, "fjord").orElseThrow().name()).isEqualTo("Fjord Eiendom ASA");
        assertThat(audit.actions()).containsExactly("unit.save", "account.save", "account.save", "unit.save");
        assertThat(events.topics()).endsWith("books.unit.saved");
    }

    @Test
    void savingWhatStandsTellsNothing() {
        int told = audit.acts().size();

        books.save(CALLER, books.unit(CALLER, "fjord").orElseThrow());
        Account saved = books.save(CALLER, account("bank", Side.BANK, AccountId.iban("NO93 8601 1117 947")));

        assertThat(saved).isEqualTo(bank);
        assertThat(audit.acts()).hasSize(told);
    }

    @Test
    void removesAUnitOnceItsAccountsAreGone() {
        books.removeAccount(CALLER, "fjord", "bank");
        assertRefused("books.in-use", () -> books.removeUnit(CALLER, "fjord"));
        books.removeAccount(CALLER, "fjord", "1920");
        books.removeUnit(CALLER, "fjord");

        assertThat(books.units(CALLER)).isEmpty();
    }

    @Test
    void keepsAnAccountThatHasStatements() {
        append(Told.statement(bank).with(entry(MONDAY, "10")));

        assertRefused("books.in-use", () -> books.removeAccount(CALLER, "fjord", "bank"));
        assertRefused(
                "books.in-use",
                () -> books.save(
                        CALLER, new Account(0, "fjord", "bank", Side.BANK, bank.identification(), "SEK", "Konto")));
    }

    @Test
    void refusesTwoAccountsThatFilesNameAlike() {
        assertRefused(
                "books.invalid", () -> books.save(CALLER, account("other", Side.BANK, AccountId.bban("86011117947"))));
    }

    @Test
    void refusesAnAccountOfAnUnknownUnit() {
        Account stray = new Account(0, "nobody", "bank", Side.BANK, AccountId.none(), "NOK", "Konto");

        assertRefused("books.invalid", () -> books.save(CALLER, stray));
    }

    @Test
    void a09_showsOnlyUnitsThatTheCallerMaySee() {
        Caller guest = new Caller("guest", Set.of(Permission.BOOKS_READ), Set.of("alpin"), Locale.ENGLISH, Origin.WEB);

        assertThat(books.units(guest)).isEmpty();
        assertThat(books.accounts(guest)).isEmpty();
        assertThat(books.unit(guest, "fjord")).isEmpty();
        assertThatThrownBy(() -> books.removeUnit(guest, "fjord")).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void findsABankAccountByIbanAndByTheNumberInIt() {
        assertThat(find(AccountId.iban("NO9386011117947"))).contains(bank);
        assertThat(find(AccountId.bban("8601.11.17947"))).contains(bank);
        assertThat(find(AccountId.ledger("1920"))).contains(ledger);
        assertThat(find(AccountId.bban("1920"))).isEmpty();
        assertThat(find(AccountId.none())).isEmpty();
    }

    // Statements and entries

    @Test
    void keepsAllThatAFileTellsOfAnEntry() {
        ImportedEntry.Builder told = entry(MONDAY, "-1250.500")
                .valueDate(LocalDate.parse(TUESDAY))
                .bankReference("ref\0" + "1")
                .reference(Reference.Type.CREDITOR, "12344")
                .reference(Reference.Type.INVOICE, "F-7")
                .party(new Party("Ås Bakeri", "86011117947", "", ""))
                .text("Faktura 7")
                .text("takk")
                .detail(new EntryDetail(
                        new BigDecimal("-1000"),
                        List.of(
                                new Reference(Reference.Type.CREDITOR, "98766"),
                                new Reference(Reference.Type.BANK, "b")),
                        Party.named("Del"),
                        List.of("en")))
                .detail(new EntryDetail(
                        new BigDecimal("-250.5"),
                        List.of(new Reference(Reference.Type.INVOICE, "F-8")),
                        Party.NONE,
                        List.of()));

        append(Told.statement(bank)
                .id("S1")
                .days(MONDAY, TUESDAY)
                .balances("2000", "749.5")
                .with(told));

        List<String> entry = transactions.reading(tx -> Sql.on(tx.connection(), "SELECT * FROM books_entry_v1")
                .one(row -> List.of(
                        row.text("unit_code"),
                        row.text("account_code"),
                        row.text("side"),
                        row.text("status"),
                        row.date("booking_date").toString(),
                        row.date("value_date").toString(),
                        row.amount("amount").toPlainString(),
                        row.text("currency"),
                        row.text("party_name"),
                        row.text("party_account"),
                        row.text("bank_reference"),
                        row.text("refs"),
                        row.text("detail_refs"),
                        row.text("text"))));
        assertThat(entry)
                .containsExactly(
                        "fjord",
                        "bank",
                        "BANK",
                        "BOOKED",
                        MONDAY,
                        TUESDAY,
                        "-1250.5",
                        "NOK",
                        "Ås Bakeri",
                        "86011117947",
                        "ref1",
                        "CREDITOR:12344\nINVOICE:F-7",
                        "CREDITOR:98766\nINVOICE:F-8",
                        "Faktura 7\ntakk");
        assertThat(column("SELECT detail_no || ' ' || party_name AS it FROM books_entry_detail_v1 ORDER BY detail_no"))
                .containsExactly("1 Del", "2 ");
        assertThat(column("SELECT verdict AS it FROM books_statement_v1")).containsExactly("OK");
    }

    @Test
    @DisplayName(
            "plaintextaccounting/hledger#1837, #1862, #2444: entries came twice, or not at all, when a file was read"
                    + " again")
    void addsNothingWhenTheSameFileComesAgain() {
        Told told = Told.statement(bank)
                .id("S1")
                .days(MONDAY, MONDAY)
                .balances("0", "20")
                .with(entry(MONDAY, "10").text("a"), entry(MONDAY, "10").text("a"));

        Appended first = append(told);
        Appended second = append(told);

        assertThat(first.entries()).isEqualTo(2);
        assertThat(second).isEqualTo(new Appended(0, 1, 0, 2, List.of()));
        assertThat(amounts()).containsExactly("10", "10");
    }

    @Test
    void addsNothingWhenAFileTellsOneStatementTwice() {
        BookedFile.Statement statement = Told.statement(bank)
                .id("S1")
                .balances("0", "10")
                .with(entry(MONDAY, "10"))
                .build();

        Appended appended = append(List.of(statement, statement));

        assertThat(appended).isEqualTo(new Appended(1, 1, 1, 1, List.of()));
    }

    @Test
    @DisplayName(
            "firefly-iii/firefly-iii#1556, #893, #5905, hledger#1943, #1960: true equal entries were rejected, late"
                    + " ones lost")
    void keepsTrueEqualEntriesAndAddsLateOnes() {
        append(Told.statement(bank).with(entry(MONDAY, "-49").text("Kiosk")));
        Appended overlap = append(Told.statement(bank)
                .with(
                        entry(MONDAY, "-49").text("Kiosk"),
                        entry(MONDAY, "-49").text("Kiosk"),
                        entry(MONDAY, "-12").text("Late"),
                        entry(TUESDAY, "-49").text("Kiosk")));

        assertThat(overlap.entries()).isEqualTo(3);
        assertThat(overlap.entriesKnown()).isEqualTo(1);
        assertThat(amounts()).containsExactly("-49", "-49", "-49", "-12");
    }

    @Test
    void takesTextsThatDifferInCaseAndBreaksForTheSame() {
        append(Told.statement(bank)
                .with(entry(MONDAY, "8.850").text("Storgata 1 og").text("mer")));
        Appended again = append(Told.statement(bank)
                .with(entry(MONDAY, "8.85").text("STORGATA 1").text("og  mer")));

        assertThat(again.entriesKnown()).isEqualTo(1);
    }

    @Test
    void tellsEntriesApartByTheBanksReferenceWhateverTheTextSays() {
        append(Told.statement(bank).with(entry(MONDAY, "10").bankReference("A").text("x")));
        Appended again = append(Told.statement(bank)
                .with(
                        entry(MONDAY, "10").bankReference("A").text("y"),
                        entry(MONDAY, "10").bankReference("B").text("x"),
                        entry(MONDAY, "11").bankReference("A").text("x")));

        assertThat(again.entriesKnown()).isEqualTo(1);
        assertThat(again.entries()).isEqualTo(2);
    }

    @Test
    void keepsEqualEntriesOfStatementsThatFollowEachOtherOnOneDay() {
        Told morning = Told.statement(bank)
                .number(7)
                .days(MONDAY, MONDAY)
                .balances("100", "51")
                .with(entry(MONDAY, "-49").text("Kiosk"));
        Told evening = Told.statement(bank)
                .number(8)
                .days(MONDAY, MONDAY)
                .balances("51", "2")
                .with(entry(MONDAY, "-49").text("Kiosk"));
        Told both = Told.statement(bank)
                .days(MONDAY, MONDAY)
                .balances("100", "2")
                .with(entry(MONDAY, "-49").text("Kiosk"), entry(MONDAY, "-49").text("Kiosk"));

        append(evening);
        assertThat(append(morning).entries()).isEqualTo(1);
        assertThat(append(both).entries()).isZero();
        append(evening);

        assertThat(amounts()).containsExactly("-49", "-49");
    }

    @Test
    void keepsEqualEntriesOfOneFileApartInWhicheverStatementTheyStand() {
        append(List.of(
                Told.statement(bank).id("S1").with(entry(MONDAY, "5")).build(),
                Told.statement(bank).id("S2").with(entry(MONDAY, "5")).build()));

        assertThat(amounts()).containsExactly("5", "5");
    }

    @Test
    void refusesACorrectedStatement() {
        append(Told.statement(bank)
                .id("S1")
                .days(MONDAY, MONDAY)
                .balances("0", "10")
                .with(entry(MONDAY, "10").text("a")));
        Told corrected = Told.statement(bank)
                .id("S1")
                .days(MONDAY, MONDAY)
                .balances("0", "10")
                .with(entry(MONDAY, "4").text("a"), entry(MONDAY, "6").text("a"));

        assertRefused("E8.correction", () -> append(corrected));
        assertThat(amounts()).containsExactly("10");
    }

    @Test
    void letsALedgerGrowUnderTheSameBalances() {
        append(Told.of(ledger, Kind.LEDGER)
                .days("2026-01-01", "2026-12-31")
                .balances("0", "10")
                .with(entry(MONDAY, "10").voucher("A 1")));
        Appended grown = append(Told.of(ledger, Kind.LEDGER)
                .days("2026-01-01", "2026-12-31")
                .balances("0", "10")
                .with(
                        entry(MONDAY, "10").voucher("A 1"),
                        entry(MONDAY, "7").voucher("A 2"),
                        entry(MONDAY, "-7").voucher("A 3")));

        assertThat(grown.entries()).isEqualTo(2);
        assertThat(amounts()).containsExactly("-7", "7", "10");
    }

    @Test
    void neverTakesAnAnnouncedEntryForABookedOne() {
        append(Told.of(bank, Kind.INTRADAY).with(entry(MONDAY, "10").bankReference("A")));
        append(Told.of(bank, Kind.NOTIFICATION).with(entry(MONDAY, "10").bankReference("A")));
        append(Told.statement(bank)
                .with(
                        entry(MONDAY, "10").bankReference("A"),
                        entry(MONDAY, "3").status(Status.PENDING),
                        ImportedEntry.of(new BigDecimal("4"), "line 2").status(Status.INFO)));

        assertThat(column("SELECT status AS it FROM books_entry_v1 ORDER BY entry_id"))
                .containsExactly("PENDING", "INFO", "BOOKED", "PENDING", "INFO");
    }

    @Test
    void refusesAnotherCurrency() {
        assertRefused("E7.currency", () -> append(Told.inCurrency(bank, "SEK").with(entry(MONDAY, "1"))));
        assertRefused(
                "E7.currency",
                () -> append(Told.statement(bank).with(entry(MONDAY, "1").currency("EUR"))));
    }

    @Test
    void refusesABookedEntryWithoutADate() {
        assertRefused(
                "E4.booking-date", () -> append(Told.statement(bank).with(ImportedEntry.of(BigDecimal.ONE, "line 3"))));
    }

    @Test
    void refusesAFileOfAnAccountThatIsGone() {
        books.removeAccount(CALLER, "fjord", "bank");

        assertRefused("E7.account", () -> append(Told.statement(bank).with(entry(MONDAY, "1"))));
    }

    @Test
    void warnsOfAGapBeforeAStatement() {
        append(Told.statement(bank)
                .id("S1")
                .days(MONDAY, MONDAY)
                .balances("0", "10")
                .with(entry(MONDAY, "10")));
        Appended next =
                append(Told.statement(bank).id("S2").days(TUESDAY, TUESDAY).balances("12", "12"));
        Appended right = append(
                Told.statement(bank).id("S3").days("2026-11-05", "2026-11-05").balances("12", "12"));

        assertThat(next.problems()).extracting(Problem::code).containsExactly("E6.opening");
        assertThat(next.problems().get(0).found()).contains("12");
        assertThat(next.problems().get(0).expected()).contains("10");
        assertThat(right.problems()).isEmpty();
    }

    @Test
    void tellsTheDaysOfAGapWhereStatementsHaveNoNames() {
        append(Told.statement(bank).closingOn(MONDAY, "10").with(entry(MONDAY, "10")));
        Appended next = append(Told.statement(bank).days(TUESDAY, TUESDAY).balances("12", "12"));

        Problem gap = next.problems().get(0);
        assertThat(gap.code()).isEqualTo("E6.opening");
        assertThat(gap.where()).contains(TUESDAY + "/" + TUESDAY);
        assertThat(gap.what().text(Locale.ENGLISH)).contains("(" + MONDAY + ")");
    }

    @Test
    void warnsOfNoGapWhereStatementsOverlap() {
        append(Told.statement(bank).id("S1").days("2026-10-01", "2026-10-31").balances("0", "0"));
        append(Told.statement(bank)
                .id("S2")
                .days("2026-11-01", "2026-11-30")
                .balances("0", "50")
                .with(entry(MONDAY, "50")));
        Appended overlap =
                append(Told.statement(bank).id("S3").days(TUESDAY, "2026-12-15").balances("50", "50"));

        assertThat(overlap.problems()).isEmpty();
    }

    @Test
    void booksManyEntriesInChunks() {
        List<ImportedEntry> many = new ArrayList<>();
        IntStream.range(0, 2500)
                .forEach(i -> many.add(entry(MONDAY, "1").text("row " + i % 900).build()));

        Appended first = append(Told.statement(bank).with(many));
        many.add(entry(TUESDAY, "2").build());
        Appended second = append(Told.statement(bank).with(many));

        assertThat(first.entries()).isEqualTo(2500);
        assertThat(second.entries()).isEqualTo(1);
        assertThat(second.entriesKnown()).isEqualTo(2500);
    }

    @Test
    void asksEveryGuardAboutTheEarliestOfNewEntriesBeforeTheyAreBooked() {
        List<LocalDate> asked = new ArrayList<>();
        append(Told.statement(bank).with(entry(MONDAY, "10")));
        books.addGuard(askedWith(asked::add));

        append(Told.statement(bank).with(entry(MONDAY, "10"), entry(WEDNESDAY, "5"), entry(TUESDAY, "5")));
        append(Told.statement(bank).with(entry(MONDAY, "10"), entry(TUESDAY, "5")));

        // The last one is a statement that is new, and brings no entry.
        assertThat(asked).containsExactly(LocalDate.parse(TUESDAY), LocalDate.MAX);
    }

    @Test
    void booksNothingThatAGuardForbids() {
        books.addGuard(askedWith(day -> {
            throw Problem.error("E6.period-lock", BooksProblems.message("name")).exception();
        }));

        assertRefused("E6.period-lock", () -> append(Told.statement(bank).with(entry(MONDAY, "10"))));
        assertThat(amounts()).isEmpty();
    }

    private static EntryGuard askedWith(Consumer<LocalDate> asked) {
        return new EntryGuard() {
            @Override
            public void beforeRemoval(Tx tx, Caller caller, List<Long> entryIds, String reason) {
                throw new AssertionError("nothing is removed");
            }

            @Override
            public void beforeBooking(Tx tx, Caller caller, Account account, LocalDate earliest) {
                asked.accept(earliest);
            }
        };
    }

    // Undo

    @Test
    void removesWhatAFileBroughtOnceEveryGuardHasLetGo() {
        List<Long> letGo = new ArrayList<>();
        books.addGuard((tx, caller, ids, reason) -> letGo.addAll(ids));
        append(Told.statement(bank)
                .id("S1")
                .with(entry(MONDAY, "10").detail(new EntryDetail(BigDecimal.TEN, List.of(), Party.NONE, List.of()))));

        long removed = remove(files);

        assertThat(removed).isEqualTo(1);
        assertThat(letGo).hasSize(1);
        assertThat(amounts()).isEmpty();
        assertThat(column("SELECT statement_key AS it FROM books_statement_v1")).isEmpty();
    }

    @Test
    void tellsHowManyEntriesWouldBeRemovedAndRemovesNothing() {
        append(Told.statement(bank).with(entry(MONDAY, "10"), entry(MONDAY, "5")));
        append(Told.statement(bank).with(entry(MONDAY, "10")));

        assertThat(transactions.<Long>reading(tx -> books.removable(tx, CALLER, 1)))
                .isEqualTo(1);
        assertThat(amounts()).containsExactlyInAnyOrder("10", "5");
    }

    @Test
    void tellsThatAGuardWouldForbidToRemove() {
        append(Told.statement(bank).with(entry(MONDAY, "10")));
        books.addGuard(new EntryGuard() {
            @Override
            public void beforeRemoval(Tx tx, Caller caller, List<Long> ids, String reason) {
                throw new AssertionError("Nothing is removed");
            }

            @Override
            public void checkRemoval(Tx tx, List<Long> ids) {
                throw Problem.error("reconciliation.locked", BooksProblems.message("name"))
                        .exception();
            }
        });

        assertRefused(
                "reconciliation.locked", () -> transactions.<Long>reading(tx -> books.removable(tx, CALLER, files)));
    }

    @Test
    void keepsWhatAGuardForbidsToRemove() {
        append(Told.statement(bank).with(entry(MONDAY, "10")));
        books.addGuard((tx, caller, ids, reason) -> {
            throw Problem.error("reconciliation.locked", BooksProblems.message("name"))
                    .exception();
        });

        assertRefused("reconciliation.locked", () -> remove(files));
        assertThat(amounts()).containsExactly("10");
    }

    @Test
    @DisplayName("moneymanagerex/moneymanagerex#6771: entries of files that overlap")
    void keepsAnEntryThatAnotherFileBroughtToo() {
        Told both = Told.statement(bank).id("S1").balances("0", "10").with(entry(MONDAY, "10"));
        append(both);
        append(both);
        append(Told.statement(bank).with(entry(MONDAY, "10"), entry(MONDAY, "5")));

        assertThat(remove(1)).isZero();
        assertThat(column("SELECT CAST(file_id AS VARCHAR) AS it FROM books_entry_v1 ORDER BY entry_id"))
                .containsExactly("2", "3");
        assertThat(remove(3)).isEqualTo(1);
        assertThat(amounts()).containsExactly("10");
        assertThat(remove(2)).isEqualTo(1);
        assertThat(column("SELECT statement_key AS it FROM statement")).isEmpty();
    }

    @Test
    void tellsWhatItHeldAtAMomentAfterFilesWereTakenOut() {
        append(Told.statement(bank).id("S1").balances("0", "10").with(entry(MONDAY, "10")));
        Instant first = tick();
        append(Told.statement(bank).id("S2").with(entry(MONDAY, "10"), entry(MONDAY, "5")));
        Instant second = tick();
        remove(1);
        Instant third = tick();
        remove(2);
        Instant last = tick();

        assertThat(known(first)).containsExactly("10 S1");
        assertThat(known(second)).containsExactly("10 S1", "5 S2");
        assertThat(known(third)).containsExactly("10 S2", "5 S2");
        assertThat(known(last)).isEmpty();
    }

    /** The moment, which comes after what was done and before what comes. */
    private Instant tick() {
        clock.advance(Duration.ofMinutes(1));
        Instant moment = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        return moment;
    }

    private List<String> known(Instant moment) {
        return transactions.reading(tx -> Sql.on(tx.connection(), """
            SELECT e.amount, s.statement_key FROM books_known_entry_v1 e
            JOIN books_known_statement_v1 s ON s.statement_id = e.statement_id
            WHERE e.known_from < ? AND (e.known_until IS NULL OR e.known_until >= ?)
                AND s.known_from < ? AND (s.known_until IS NULL OR s.known_until >= ?)
            ORDER BY e.entry_id
            """)
                .with(moment, moment, moment, moment)
                .list(row -> row.amount("amount").toPlainString() + " "
                        + (row.text("statement_key").contains("S1") ? "S1" : "S2")));
    }

    @Test
    void booksAgainWhatWasRemoved() {
        Told told = Told.statement(bank).id("S1").balances("0", "20").with(entry(MONDAY, "10"), entry(MONDAY, "10"));
        append(told);
        remove(files);

        assertThat(append(told).entries()).isEqualTo(2);
        assertThat(amounts()).containsExactly("10", "10");
    }

    // Text and records

    @Test
    void readsBackTheTextThatItWrites() {
        String text = books.exportText(CALLER, List.of());

        List<String> told = books.importText(CALLER, text, "fjord.yaml", false);

        assertThat(told).containsExactly("fjord");
        assertThat(books.exportText(CALLER, List.of("fjord"))).isEqualTo(text);
        assertThat(books.account(CALLER, "fjord", "bank")).contains(bank);
        assertThat(text).isEqualTo("""
            units:
              - code: fjord
                name: Fjord Eiendom AS
                organisation: "999888777"
                currency: NOK
                accounts:
                  - code: "1920"
                    name: Konto 1920
                    side: ledger
                    currency: NOK
                    ledger: "1920"
                  - code: bank
                    name: Konto bank
                    side: bank
                    currency: NOK
                    iban: NO9386011117947
            """);
    }

    @Test
    void fillsInWhatATextLeavesOut() {
        books.importText(CALLER, """
            units:
              - {code: alpin, name: Alpin AB, currency: SEK, accounts: [{code: 1930, side: ledger}, {code: csv, side: bank}]}
            imports: []
            groups: []
            """, "alpin.yaml", false);

        assertThat(books.account(CALLER, "alpin", "1930").orElseThrow().identification())
                .isEqualTo(AccountId.ledger("1930"));
        Account csv = books.account(CALLER, "alpin", "csv").orElseThrow();
        assertThat(csv.identification()).isEqualTo(AccountId.none());
        assertThat(csv.currency()).isEqualTo("SEK");
    }

    @Test
    void importsATextWholeOrNotAtAll() {
        String text = """
            units:
              - code: alpin
                name: Alpin AB
                currency: SEK
                accounts:
                  - code: bank
                    side: bank
                    iban: SE4550000000058398257467
            """;

        assertThatThrownBy(() -> books.importText(CALLER, text, "alpin.yaml", false))
                .isInstanceOfSatisfying(TickmarkException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("books.invalid");
                    assertThat(refused.problem().where()).contains("alpin.yaml:6");
                });
        assertThat(books.unit(CALLER, "alpin")).isEmpty();
    }

    @Test
    void aDryRunOfATextChangesNothing() {
        String text = "units: [{code: alpin, name: Alpin AB, currency: SEK}]";

        assertThat(books.importText(CALLER, text, "alpin.yaml", true)).containsExactly("alpin");
        assertThat(books.unit(CALLER, "alpin")).isEmpty();
        assertThat(events.topics()).hasSize(3);
    }

    @Test
    void listsEntriesAsRecords() {
        append(Told.statement(bank)
                .id("S1")
                .with(
                        entry(MONDAY, "10").text("a").text("b").reference(Reference.Type.CREDITOR, "12344"),
                        entry(TUESDAY, "-4")));
        EntryRecords records = new EntryRecords(transactions);

        Table tuesday = records.list(CALLER, RecordQuery.first(10).where("booking_date", TUESDAY));
        Table first = records.list(CALLER, RecordQuery.first(1));
        Table rest = records.list(
                CALLER, new RecordQuery(Map.of(), 10, first.rows().get(0).get(0).toString()));

        assertThat(tuesday.rows()).hasSize(1);
        assertThat(first.rows().get(0))
                .contains(
                        "fjord", LocalDate.parse(MONDAY), BigDecimal.TEN, List.of("a", "b"), List.of("CREDITOR:12344"));
        assertThat(rest.rows()).isEqualTo(tuesday.rows());
        assertThat(new StatementRecords(transactions)
                        .list(CALLER, RecordQuery.first(10).where("bank_id", "S1"))
                        .rows())
                .hasSize(1);
        assertThat(new AccountRecords(transactions)
                        .list(CALLER, RecordQuery.first(10))
                        .rows())
                .hasSize(2);
    }

    @Test
    void refusesConditionsThatMakeNoSense() {
        EntryRecords records = new EntryRecords(transactions);

        assertRefused(
                "record.column", () -> records.list(CALLER, RecordQuery.first(1).where("colour", "red")));
        assertRefused(
                "record.value", () -> records.list(CALLER, RecordQuery.first(1).where("amount", "red")));
    }

    @Test
    void a09_showsRecordsOfVisibleUnitsOnly() {
        Caller guest = new Caller("guest", Set.of(Permission.BOOKS_READ), Set.of("alpin"), Locale.ENGLISH, Origin.WEB);

        assertThat(new UnitRecords(transactions)
                        .list(guest, RecordQuery.first(10))
                        .rows())
                .isEmpty();
        assertThat(new UnitRecords(transactions)
                        .list(CALLER, RecordQuery.first(10))
                        .rows())
                .hasSize(1);
    }

    private Appended append(Told told) {
        return append(List.of(told.build()));
    }

    private Appended append(List<BookedFile.Statement> statements) {
        BookedFile file = new BookedFile(++files, statements);
        return transactions.inTransaction(tx -> books.append(tx, CALLER, file));
    }

    private long remove(long file) {
        return transactions.inTransaction(tx -> books.remove(tx, CALLER, file, "wrong file"));
    }

    private Optional<Account> find(AccountId id) {
        return transactions.reading(tx -> books.find(tx, "fjord", id));
    }

    private List<String> amounts() {
        return transactions.reading(tx -> Sql.on(tx.connection(), "SELECT amount FROM books_entry_v1 ORDER BY amount")
                .list(row -> row.amount("amount").toPlainString()));
    }

    private List<String> column(String query) {
        return transactions.reading(tx -> Sql.on(tx.connection(), query).list(row -> row.text("it")));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(code));
    }
}
