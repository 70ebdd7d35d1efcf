package org.tickmark.api.host.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.record.Table;

/**
 * The commands of the workbench, for doors through which people come from elsewhere. Safe for use from many threads.
 */
@ProviderType
public interface Commands {
    /** The commands there are just now, by name. */
    List<CommandSpec> specs();

    /**
     * Gives a command and waits for its end. Nothing is thrown: what goes wrong is among the problems of the result, and its exit code is that of the
     * shell. No value may be a path ({@link org.tickmark.api.command.ValueKind#PATH}), since paths are of this machine and not of the caller's.
     */
    CommandAnswer run(CommandRequest request);

    /** What a column is called for people. */
    String heading(String column, Locale locale);

    /** What one of the words of a choice is called for people; the word itself where nobody has said. */
    String word(String choice, Locale locale);

    /** The values of a row for people: in their language, amounts with the decimals of the row's currency. */
    List<String> cells(Table table, List<Object> row, Locale locale, ZoneId zone);
}
