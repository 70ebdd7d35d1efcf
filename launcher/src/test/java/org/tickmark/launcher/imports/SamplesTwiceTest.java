package org.tickmark.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.FileOutcome.Result;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.SampleFolder;

/**
 * Reads the sample files that lie beside the project, when they do: each twice as it is, and once more with a line end more. Every build takes one in
 * six; with the system property {@code tickmark.import.samples=all} it is all of them.
 */
class SamplesTwiceTest {
    private static final int EVERY =
            System.getProperty("tickmark.import.samples", "").equals("all") ? 1 : 6;

    /** Some ledgers name hundreds; entries of accounts that nobody follows are left out. */
    private static final int MOST_ACCOUNTS = 3;

    @TempDir
    Path folder;

    @Test
    void aFileThatComesAgainAddsNothing() throws IOException {
        Map<Result, Integer> results = new HashMap<>();
        try (Workbench workbench = new Workbench(folder)) {
            List<Path> files = SampleFolder.besideTheProject().files();
            for (int number = 0; number < files.size(); number += EVERY) {
                results.merge(
                        deliver(workbench, "unit-" + number, SampleFolder.read(files.get(number))), 1, Integer::sum);
            }
        }
        int delivered = results.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(results.get(Result.IMPORTED)).as("%s", results).isGreaterThan(delivered / 2);
    }

    private Result deliver(Workbench workbench, String unit, SampleFile file) throws IOException {
        Set<StatementHeader> accounts = accounts(file);
        boolean isNamed =
                accounts.stream().noneMatch(header -> header.account().number().isEmpty());
        Inbox inbox = new Inbox(
                workbench,
                Files.createDirectory(folder.resolve(unit)),
                unit,
                isNamed ? List.of() : List.of("account-1"),
                Strictness.LENIENT,
                Map.of());
        int code = 0;
        for (StatementHeader header : accounts.stream().limit(MOST_ACCOUNTS).toList()) {
            addAccount(inbox, "account-" + ++code, header);
        }

        Result first = inbox.deliver(file.name(), file.bytes()).result();
        List<String> entries = inbox.entries();
        Result second = inbox.deliver(file.name(), file.bytes()).result();
        assertThat(second).as(file.name()).isEqualTo(first == Result.IMPORTED ? Result.DUPLICATE : first);
        assertThat(inbox.entries()).as(file.name()).isEqualTo(entries);
        inbox.deliver(file.name(), longer(file));
        assertThat(inbox.entries()).as("%s with a line end more", file).isEqualTo(entries);
        return first;
    }

    /** The numbers of many samples were made unrecognisable; a file whose account the books do not take is held, as it must be. */
    private static void addAccount(Inbox inbox, String code, StatementHeader header) {
        boolean isIban = header.account().scheme() == AccountId.Scheme.IBAN;
        AccountId identification = isIban ? AccountId.bban(header.account().number()) : header.account();
        try {
            inbox.account(code, identification, header.currency());
        } catch (TickmarkException e) {
            assertThat(e.problem().code()).as(code).isEqualTo("books.invalid");
        }
    }

    private static byte[] longer(SampleFile file) {
        byte[] longer = Arrays.copyOf(file.bytes(), file.length() + 1);
        longer[file.length()] = '\n';
        return longer;
    }

    /** A header for each account that a file names, in the first currency that it has there. */
    private static Set<StatementHeader> accounts(SampleFile file) {
        RecordingSink sink = new RecordingSink();
        importer(file.head()).ifPresent(importer -> readAsFarAsItGoes(importer, file, sink));
        Map<AccountId, StatementHeader> accounts = new LinkedHashMap<>();
        for (RecordedStatement statement : sink.statements()) {
            accounts.putIfAbsent(statement.header().account(), statement.header());
        }
        return new LinkedHashSet<>(accounts.values());
    }

    private static void readAsFarAsItGoes(StatementImporter importer, SampleFile file, RecordingSink sink) {
        try {
            importer.read(file.open(), ReadContext.of(file.name()), sink);
        } catch (TickmarkException e) {
            assertThat(e.problem().code()).as(file.name()).startsWith("E");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<StatementImporter> importer(FileHead head) {
        return Workbench.IMPORTERS.values().stream()
                .filter(importer -> importer.probe(head) > 0)
                .max(Comparator.comparingInt(importer -> importer.probe(head)));
    }
}
