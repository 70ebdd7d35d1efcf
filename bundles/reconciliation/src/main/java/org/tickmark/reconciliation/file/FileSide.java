package org.tickmark.reconciliation.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.imports.FilePreview;
import org.tickmark.api.host.imports.NumberedEntry;
import org.tickmark.api.host.imports.OpenedFile;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader.Kind;

/** Those statements of one file that take part. Immutable. */
final class FileSide {
    /** What a file is read for: its booked entries; only without any of these those of a day not yet over, then notices. */
    private static final List<Set<Kind>> PREFERRED =
            List.of(Set.of(Kind.STATEMENT, Kind.LEDGER), Set.of(Kind.INTRADAY), Set.of(Kind.NOTIFICATION));

    private final Side side;
    private final OpenedFile file;
    private final List<Integer> statements;

    private FileSide(Side side, OpenedFile file, List<Integer> statements) {
        this.side = side;
        this.file = file;
        this.statements = List.copyOf(statements);
    }

    /** Takes a booked entry of a statement. */
    @FunctionalInterface
    interface Visitor {
        void entry(FilePreview.Statement statement, NumberedEntry entry);
    }

    /** The statements of a file that its best kind has. */
    static FileSide of(Side side, OpenedFile file) {
        FileSide all = new FileSide(side, file, positions(file));
        return PREFERRED.stream()
                .map(kinds ->
                        all.only(statement -> kinds.contains(statement.header().kind())))
                .filter(chosen -> !chosen.statements.isEmpty())
                .findFirst()
                .orElse(all);
    }

    private static List<Integer> positions(OpenedFile file) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < file.preview().statements().size(); i++) {
            positions.add(i);
        }
        return positions;
    }

    /** Those of the statements that fulfil a condition. */
    FileSide only(Predicate<FilePreview.Statement> condition) {
        return new FileSide(
                side,
                file,
                statements.stream()
                        .filter(position -> condition.test(statement(position)))
                        .toList());
    }

    /** Those of the statements that are of one of these accounts. */
    FileSide ofAccounts(Set<String> accounts) {
        return only(statement -> accounts.contains(account(statement)));
    }

    static String account(FilePreview.Statement statement) {
        return statement.header().account().number();
    }

    private FilePreview.Statement statement(int position) {
        return file.preview().statements().get(position);
    }

    Side side() {
        return side;
    }

    /** The file as it was named. */
    String fileName() {
        return file.preview().file();
    }

    /** The statements, in the order of the file. */
    List<FilePreview.Statement> statements() {
        return statements.stream().map(this::statement).toList();
    }

    /** The accounts of the statements, in the order of the file. */
    Set<String> accounts() {
        return statements().stream().map(FileSide::account).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isOfLedger() {
        return side == Side.LEDGER
                || statements().stream()
                        .allMatch(statement -> statement.header().kind() == Kind.LEDGER);
    }

    /** Tells every booked entry: statement by statement, each in the order of the file; the same at each telling. */
    void eachEntry(Visitor visitor) {
        for (int position : statements) {
            FilePreview.Statement statement = statement(position);
            for (NumberedEntry numbered : file.entries(position)) {
                if (numbered.entry().status() == ImportedEntry.Status.BOOKED) {
                    visitor.entry(statement, numbered);
                }
            }
        }
    }
}
