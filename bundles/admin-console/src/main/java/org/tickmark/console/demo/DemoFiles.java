package org.tickmark.console.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.tickmark.api.host.imports.ImportDefinition;

/** The files of the demo company: those in the distribution, and where they go in the data directory. */
final class DemoFiles {
    private static final String INBOX = "inbox";
    /** An import leaves files alone that were written moments ago, since they may still grow. These do not. */
    private static final Duration AGE = Duration.ofHours(1);

    private final Path company;
    private final Path data;
    private final Clock clock;

    /**
     * The files.
     *
     * @param home folder of the distribution
     * @param data the data directory
     */
    DemoFiles(Path home, Path data, Clock clock) {
        this.company = home.resolve("demo");
        this.data = data;
        this.clock = clock;
    }

    Path definitionFile() {
        return company.resolve("demo.yaml");
    }

    /** Units, imports and groups, as text. */
    String definitions() {
        try {
            return Files.readString(definitionFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Texts.problem("demo.missing")
                    .where(definitionFile().toString())
                    .exception(e);
        }
    }

    /** Makes the folders of an import; relative ones lie in the data directory. */
    void makeFolders(ImportDefinition definition) {
        for (String folder : List.of(definition.source(), definition.archive())) {
            Path path = data.resolve(folder);
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                throw Texts.problem("demo.inbox").where(path.toString()).exception(e);
            }
        }
    }

    /** Puts the company's files where its imports look for them. */
    void deliver() {
        Path from = company.resolve(INBOX);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                deliver(file, data.resolve(INBOX).resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw Texts.problem("demo.inbox")
                    .where(data.resolve(INBOX).toString())
                    .exception(e);
        }
    }

    /** Copies under a name that no import takes, then gives the file its name: it appears whole. */
    private void deliver(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path copy = to.resolveSibling(to.getFileName() + ".part");
        Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(copy, FileTime.from(clock.instant().minus(AGE)));
        Files.move(copy, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps a report; returns where. */
    Path keepReport(String name, String html) {
        Path file = data.resolve("reports").resolve(name + ".html").toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Texts.problem("demo.report").where(file.toString()).exception(e);
        }
    }

    /** The data directory. */
    Path data() {
        return data;
    }
}
