package org.tickmark.importers.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.api.host.imports.Imports.Format;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** What definitions promise, on either database. */
abstract class DefinitionsSuite {
    private static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);
    private static final Format CSV = new Format(
            "csv",
            "org.example.csv 1.0",
            List.of(new FormatOption("order", List.of("newest", "oldest"), "oldest", Message.verbatim("order"))));

    private static final String TEXT = """
        imports:
          - name: bank-main
            unit: fjord
            source: in/bank
            pattern: "*.xml"
            archive: archive/bank
            format: camt
            accounts:
              - bank
            whole: marked
            background: false
            labels:
              - vault
            strictness: strict
          - name: ledger
            unit: fjord
            source: in/ledger
            pattern: "*"
            archive: archive/ledger
            background: true
            options:
              order: newest
        """;

    private final RecordingAudit audit = new RecordingAudit();
    private final RecordingEvents events = new RecordingEvents(ManualClock.at("2026-11-04T08:00:00Z"));
    private final List<Format> formats = new ArrayList<>();
    private Definitions definitions;

    /** The database of the subclass, with the tables of the importers. */
    abstract Transactions transactions();

    @BeforeEach
    void setUpFjord() {
        transactions().inTransaction(tx -> Sql.on(tx.connection(), "DELETE FROM import_definition")
                .update());
        FakeBooks books = new FakeBooks(
                new Unit("fjord", "Fjord Eiendom AS", "", "NOK"),
                new Account(1, "fjord", "bank", Side.BANK, AccountId.none(), "NOK", "Bank"));
        definitions = new Definitions(
                transactions(),
                books,
                audit,
                events,
                new DefinitionFolders(Path.of("/srv/tickmark"), List.of("inbox")),
                () -> formats);
    }

    private static ImportDefinition bank() {
        return with("bank-main", "fjord", List.of("bank"), "in/bank", "*.xml", "archive/bank");
    }

    private static ImportDefinition with(
            String name, String unit, List<String> accounts, String source, String pattern, String archive) {
        return new ImportDefinition(
                name,
                unit,
                Optional.of("camt"),
                accounts,
                source,
                pattern,
                archive,
                false,
                Strictness.STRICT,
                Map.of(),
                List.of("vault"),
                Whole.MARKED);
    }

    @Test
    void keepsADefinitionAndTellsOfIt() {
        definitions.save(CALLER, bank(), false);

        assertThat(definitions.find(CALLER, "bank-main")).contains(bank());
        assertThat(audit.actions()).containsExactly("definition.save");
        assertThat(events.topics()).containsExactly("import.definition.saved");
    }

    @Test
    void changesADefinitionAndPassesOverOneThatIsTheSame() {
        definitions.save(CALLER, bank(), false);
        definitions.save(CALLER, bank(), false);
        definitions.save(CALLER, with("bank-main", "fjord", List.of(), "in/bank", "*.txt", "archive/bank"), false);

        assertThat(definitions.all(CALLER))
                .extracting(ImportDefinition::pattern)
                .containsExactly("*.txt");
        assertThat(audit.acts()).hasSize(2);
    }

    @Test
    void removesADefinition() {
        definitions.save(CALLER, bank(), false);
        definitions.remove(CALLER, "bank-main", false);

        assertThat(definitions.all(CALLER)).isEmpty();
        assertRefused("import.unknown", () -> definitions.remove(CALLER, "bank-main", false));
    }

    @ParameterizedTest
    @CsvSource({
        "Bank Main, fjord, bank, in, *.xml, archive",
        "bank, nobody, bank, in, *.xml, archive",
        "bank, fjord, savings, in, *.xml, archive",
        "bank, fjord, bank, '', *.xml, archive",
        "bank, fjord, bank, in, *.xml, ''",
        "bank, fjord, bank, in, *.xml, archive/../in",
        "bank, fjord, bank, in, sub/*.xml, archive",
        "bank, fjord, bank, in, '{', archive",
        "bank, fjord, bank, in, '', archive",
    })
    void refusesADefinitionThatCannotWork(
            String name, String unit, String account, String source, String pattern, String archive) {
        ImportDefinition wrong = with(name, unit, List.of(account), source, pattern, archive);

        assertRefused("import.invalid", () -> definitions.save(CALLER, wrong, false));
        assertThat(definitions.all(CALLER)).isEmpty();
    }

    @Test
    void checksOptionsOnceTheFormatIsThere() {
        definitions.save(CALLER, csv("colour", "red"), false);
        formats.add(CSV);

        assertRefused("import.invalid", () -> definitions.save(CALLER, csv("colour", "blue"), false));
        assertRefused("import.invalid", () -> definitions.save(CALLER, csv("order", "random"), false));
        definitions.save(CALLER, csv("order", "newest"), false);
        assertThat(definitions.find(CALLER, "csv").orElseThrow().options())
                .containsExactly(Map.entry("order", "newest"));
    }

    private static ImportDefinition csv(String option, String value) {
        return new ImportDefinition(
                "csv",
                "fjord",
                Optional.of("csv"),
                List.of(),
                "in",
                "*",
                "archive",
                true,
                Strictness.USUAL,
                Map.of(option, value),
                List.of(),
                Whole.SETTLED);
    }

    @Test
    void readsBackTheTextThatItWrites() {
        assertThat(definitions.importText(CALLER, TEXT, "fjord.yaml", false)).containsExactly("bank-main", "ledger");
        assertThat(definitions.exportText(CALLER, List.of())).isEqualTo(TEXT);
        assertThat(definitions.find(CALLER, "bank-main")).contains(bank());
    }

    @Test
    void importsATextWholeOrNotAtAll() {
        String text = TEXT.replace("archive: archive/ledger", "archive: in/ledger");

        assertThatThrownBy(() -> definitions.importText(CALLER, text, "fjord.yaml", false))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        refused -> assertThat(refused.problem().where()).contains("fjord.yaml:15"));
        assertThat(definitions.all(CALLER)).isEmpty();
    }

    @Test
    void aDryRunTakesTheUnitsOfTheSameTextForThere() {
        String text = """
            units:
              - {code: alpin, name: Alpin AB, currency: SEK, accounts: [{code: bank, side: bank}]}
            imports:
              - {name: alpin, unit: alpin, source: in, archive: archive, accounts: [bank]}
            groups: []
            """;

        assertThat(definitions.importText(CALLER, text, "alpin.yaml", true)).containsExactly("alpin");
        assertThat(definitions.all(CALLER)).isEmpty();
        assertRefused("import.invalid", () -> definitions.importText(CALLER, text, "alpin.yaml", false));
    }

    @Test
    void refusesKeysThatNobodyKnows() {
        assertRefused("definition.invalid", () -> definitions.importText(CALLER, "import: []", "x.yaml", false));
    }

    @Test
    void a09_showsOnlyUnitsThatTheCallerMaySee() {
        definitions.save(CALLER, bank(), false);
        Caller guest = new Caller("guest", Set.of(Permission.IMPORT_READ), Set.of("alpin"), Locale.ENGLISH, Origin.WEB);

        assertThat(definitions.all(guest)).isEmpty();
        assertThat(definitions.find(guest, "bank-main")).isEmpty();
        assertThatThrownBy(() -> definitions.save(guest, bank(), false)).isInstanceOf(PermissionDenied.class);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TickmarkException.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(code));
    }
}
