package org.tickmark.api.host.imports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From where, for whom and how files are imported.
 *
 * @param name unique; words of a-z and 0-9 joined by hyphens
 * @param unit code of the unit that the files are of
 * @param format name of the format; empty to recognise it from each file
 * @param accounts codes of the accounts to book; entries of other accounts are left out and counted. Empty to book every account
 *     of the unit that a file names
 * @param source folder in which the files appear
 * @param pattern which files to take, as a glob over the file name, such as {@code *.xml}
 * @param archive folder that files are moved to when they are booked; rejected ones go to its subfolder {@code rejected}
 * @param background whether scheduled runs take part
 * @param strictness whether a statement that does not add up rejects its file
 * @param options options of the format, by name
 * @param labels labels that a node must have, all of them, to carry the definition out in scheduled runs; as those of tasks
 * @param whole by what a file is known to be whole
 */
public record ImportDefinition(
        String name,
        String unit,
        Optional<String> format,
        List<String> accounts,
        String source,
        String pattern,
        String archive,
        boolean background,
        Strictness strictness,
        Map<String, String> options,
        List<String> labels,
        Whole whole) {
    /** By what a file is known to be whole. */
    public enum Whole {
        /** Nobody has changed it for some seconds. */
        SETTLED,
        /** A file of its name with {@code .done} behind it lies beside it; that file goes when the file is archived. */
        MARKED
    }

    /** What a statement that does not add up does to its file. */
    public enum Strictness {
        /** A bank statement rejects it, a ledger warns. */
        USUAL,
        /** It rejects it. */
        STRICT,
        /** It warns. */
        LENIENT
    }

    public ImportDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(format, "format");
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(strictness, "strictness");
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        labels = List.copyOf(labels);
        Objects.requireNonNull(whole, "whole");
    }
}
