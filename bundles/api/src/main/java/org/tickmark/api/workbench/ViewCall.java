package org.tickmark.api.workbench;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;

/** One call of a view: who looks, at what, and what the host does for it. For the thread that renders the view. */
@ProviderType
public interface ViewCall {
    /** The parameter that says which row of a list is opened. */
    String OPEN = "open";

    /** The parameter that says what the rows of a page shall hold. */
    String HOLDING = "q";

    /** The parameter that says after which key a page begins. */
    String AFTER = "after";

    /** How the name of a field begins that gives an argument of a command; that of the argument follows. */
    String ARGUMENT = "arg.";

    /** How the name of a field begins that gives an option of a command; that of the option follows. */
    String OPTION = "opt.";

    /** What the rows of a list are for. */
    enum Rows {
        /** To be read. */
        READ,
        /** To be opened. */
        OPEN
    }

    /** Who looks, in their language. */
    Caller caller();

    /** The zone in which the caller reads times. */
    ZoneId zone();

    /** What the address says under this name; empty if it says nothing. */
    Optional<String> parameter(String name);

    /** The address of this view with these parameters and no others. */
    default String link(Map<String, String> parameters) {
        return link(view(), parameters);
    }

    /** The id of this view. */
    String view();

    /** The address of a view with these parameters. */
    String link(String view, Map<String, String> parameters);

    /**
     * What a command answers that only reads: one whose permission ends in {@code .read}, or that is given {@code --dry-run}.
     *
     * @param words scope, verb, options as {@code --name=value}, then {@code --} and the arguments
     * @throws org.tickmark.api.TickmarkException if there is no such command at present, the caller may not give it, or it reads no more
     */
    CommandResult ask(String... words);

    /** What a column is called for people. */
    String heading(String column);

    /** The values of a row for people: in their language and zone, amounts with the decimals of the row's currency. */
    List<String> cells(Table table, List<Object> row);

    /** Which row of a list is opened in this view, by its first value; empty for none. */
    default Optional<String> opened() {
        return parameter(OPEN);
    }

    /**
     * Writes rows as a table that is filtered, sorted and paged by links, which keep the parameters of this call. With {@link Rows#OPEN} the first value of a
     * row, which is unique, is a link that opens the row in this view.
     */
    default void list(Html html, Table table, Rows rows) {
        list(html, table, rows, List.of());
    }

    /** The same, with buttons in each row where the caller may give their commands. */
    void list(Html html, Table table, Rows rows, List<RowAct> acts);

    /**
     * Writes a page of rows that a command has filtered and cut: with a field for what rows shall hold, which comes as the parameter {@link #HOLDING}, and links
     * to what follows, whose key comes as the parameter {@link #AFTER}, and to the beginning. For lists that are too long to be read whole.
     *
     * @param rows what its rows are for
     * @param next the key after which the next page begins; empty if this is the last one
     */
    default void page(Html html, Table table, Rows rows, Optional<String> next) {
        page(html, table, rows, List.of(), next);
    }

    /** The same, with buttons in each row where the caller may give their commands. */
    void page(Html html, Table table, Rows rows, List<RowAct> acts, Optional<String> next);

    /** Says that something goes on in the view: while a browser shows it, it is asked for anew every second or two. */
    void goesOn();

    /**
     * Writes a button that gives a command, where the caller may give it; nothing else comes. A command that needs more than is given shows a form
     * for the rest, and afterwards this view comes again.
     *
     * @param command scope and verb, such as {@code task run}
     * @param given values by name of argument or option
     */
    void button(Html html, String command, Map<String, String> given, Message label);

    /**
     * Writes a form with a button for each of several commands, where the caller may give it; nothing comes if there is none. What the fields of the view
     * hold goes with it: those whose attribute {@code form} is the form's id, and whose name begins with {@link #ARGUMENT} or {@link #OPTION}. A command
     * takes of them what it knows.
     *
     * @param id the id of the form, of which the page has no other
     * @param given values by name of argument or option
     */
    void form(Html html, String id, Map<String, String> given, List<FormAct> acts);
}
