package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files of a stranger through the whole program, without any set-up. */
class MatchIT {
    private static final Path DEMO =
            Path.of("../examples/demo-company/data/inbox").toAbsolutePath();
    private static final String BANK = """
        id;booking_date;value_date;amount;currency;reference;counterparty;text
        B1;2026-01-07;2026-01-07;1250.00;SEK;1234574;;
        B2;2026-01-08;2026-01-08;-99.50;SEK;;Påhittade El AB;
        B3;2026-01-09;2026-01-09;300.00;SEK;7654326;;
        B4;2026-01-12;2026-01-12;80.00;SEK;100000199;;
        """;
    private static final String LEDGER = """
        text,amount,booking_date,counterparty,reference,id
        Faktura 1,1250.00,2026-01-05,,1234574,L1
        El,-99.50,2026-01-07,Påhittade El AB,,L2
        Faktura 2,100.00,2026-01-08,,7654326,L3
        Faktura 3,200.00,2026-01-08,,7654326,L4
        Faktura 4,80.00,2026-01-12,,100000919,L5
        """;

    @TempDir
    static Path common;

    @TempDir
    Path temp;

    private static Tickmark tickmark;

    @BeforeAll
    static void startServer() throws Exception {
        tickmark = new Tickmark(common);
        tickmark.server();
    }

    @AfterAll
    static void killAll() throws InterruptedException {
        tickmark.killAll();
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(temp.resolve("bank.csv"), BANK);
        Files.writeString(temp.resolve("ledger.csv"), LEDGER);
    }

    @Test
    void matchesTwoFilesOfCommaSeparatedValues() throws Exception {
        JsonObject found = match("bank.csv", "ledger.csv");

        assertThat(found.getJsonObject("rows")).hasToString("{\"bank\":4,\"ledger\":5}");
        assertThat(found.getJsonArray("matches").getValuesAs(JsonObject.class))
                .extracting(match -> match.getJsonArray("bank") + "" + match.getJsonArray("ledger"))
                .containsExactlyInAnyOrder("[\"B1\"][\"L1\"]", "[\"B2\"][\"L2\"]", "[\"B3\"][\"L3\",\"L4\"]");
        assertThat(found.getJsonArray("suggestions").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(suggestion ->
                        assertThat(suggestion.getJsonArray("ledger")).hasToString("[\"L5\"]"));
        assertThat(found.getJsonObject("open").getJsonArray("bank")).hasToString("[\"B4\"]");
        assertThat(found.getJsonObject("proof").getBoolean("ok")).isTrue();
        assertThat(found.getJsonObject("seconds").getJsonNumber("read").doubleValue())
                .isNotNegative();
    }

    @Test
    void findsTheAccountOfALedgerAndWritesTheReport() throws Exception {
        String bank = DEMO.resolve("bank/kontoutdrag-2026-05.xml").toString();
        String ledger = DEMO.resolve("ledger/huvudbok-2026-05.se").toString();
        Path report = temp.resolve("report.html");

        String out = ok(tickmark.run("match", bank, ledger, "--report", report.toString(), "--lang", "sv"));

        assertThat(out).contains("157 träffar");
        assertThat(report).content().contains("kontoutdrag-2026-05.xml – huvudbok-2026-05.se", "</html>");
    }

    @Test
    void matchesNothingWhenAFileIsWrongAndSaysWhereItIs() throws Exception {
        Files.writeString(temp.resolve("ledger.csv"), LEDGER.replace("-99.50", "minus"));

        Result result = tickmark.run("match", path("bank.csv"), path("ledger.csv"));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("ledger.csv", "minus");
        assertThat(tickmark.run("match", path("bank.csv"), path("nowhere.csv")).exitCode())
                .isEqualTo(5);
    }

    private JsonObject match(String bank, String ledger) throws IOException, InterruptedException {
        String out = ok(tickmark.run("match", path(bank), path(ledger), "-o", "json"));
        try (JsonReader reader = Json.createReader(new StringReader(out))) {
            return reader.readObject();
        }
    }

    private String path(String name) {
        return temp.resolve(name).toString();
    }
}
