package org.tickmark.importers.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.imports.Imports.Format;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.StatementImporter;

/** The formats that can be read just now. Importers come and go, so none is kept longer than for one file. Thread-safe. */
public final class Formats {
    private static final Logger LOG = LoggerFactory.getLogger(Formats.class);

    private final Map<String, Known> byName = new ConcurrentHashMap<>();

    /** A format and who reads it. */
    record Known(String name, String bundle, StatementImporter importer, int sureness) {}

    /** Adds a format; one of the same name takes the place of the one before. */
    public void add(String name, String bundle, StatementImporter importer) {
        byName.put(name, new Known(name, bundle, importer, 0));
    }

    /** Forgets a format, unless another importer has taken its place. */
    public void remove(String name, StatementImporter importer) {
        byName.computeIfPresent(name, (key, known) -> known.importer() == importer ? null : known);
    }

    /** The formats, ordered by name. */
    public List<Format> list() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Known::name))
                .map(known -> new Format(
                        known.name(), known.bundle(), known.importer().options()))
                .toList();
    }

    /** The format of this name. */
    Optional<Known> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether any format claims a file. */
    boolean isClaimed(FileHead head) {
        return byName.values().stream().anyMatch(known -> sureness(known, head) > 0);
    }

    /**
     * The one format that is surest of a file.
     *
     * @throws TickmarkException of class E2 if no format claims it, or several are equally sure
     */
    Known detect(FileHead head) {
        List<Known> claims = claims(head);
        if (claims.isEmpty()) {
            throw FileProblems.notRecognised(byName.keySet()).exception();
        }
        if (claims.size() > 1 && claims.get(0).sureness() == claims.get(1).sureness()) {
            throw FileProblems.claimedTwice(claims.get(0).name(), claims.get(1).name())
                    .exception();
        }
        return claims.get(0);
    }

    /** The formats that claim a file, the surest first. */
    List<Known> claims(FileHead head) {
        return byName.values().stream()
                .map(known -> new Known(known.name(), known.bundle(), known.importer(), sureness(known, head)))
                .filter(known -> known.sureness() > 0)
                .sorted(Comparator.comparingInt(Known::sureness).reversed().thenComparing(Known::name))
                .toList();
    }

    private static int sureness(Known known, FileHead head) {
        try {
            return known.importer().probe(head);
        } catch (RuntimeException e) {
            LOG.warn("Importer {} of {} failed to probe {}", known.name(), known.bundle(), head.name(), e);
            return 0;
        }
    }
}
