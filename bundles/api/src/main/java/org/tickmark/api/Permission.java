package org.tickmark.api;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A named right to do one thing, such as {@code import.run}. Roles are sets of permissions; services check them, never
 * the doors.
 *
 * @param name lower-case words joined by points, {@code area.action}; or {@code *} for all rights
 */
public record Permission(String name) {
    private static final Pattern NAME = Pattern.compile("\\*|[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");

    /** Every right there is, also those of bundles that come later. */
    public static final Permission ALL = new Permission("*");

    /** To list and show units, accounts, statements and entries. */
    public static final Permission BOOKS_READ = new Permission("books.read");
    /** To add, change and remove units and accounts. */
    public static final Permission BOOKS_EDIT = new Permission("books.edit");
    /** To list and show import definitions and files. */
    public static final Permission IMPORT_READ = new Permission("import.read");
    /** To add, change and remove import definitions. */
    public static final Permission IMPORT_EDIT = new Permission("import.edit");
    /** To run an import. */
    public static final Permission IMPORT_RUN = new Permission("import.run");
    /** To take an imported file out of the books again. */
    public static final Permission IMPORT_UNDO = new Permission("import.undo");
    /** To list and show groups, rules, matches and open items, and to print reports. */
    public static final Permission RECONCILIATION_READ = new Permission("reconciliation.read");
    /** To add, change and remove groups and rules. */
    public static final Permission RECONCILIATION_EDIT = new Permission("reconciliation.edit");
    /** To run a reconciliation. */
    public static final Permission RECONCILIATION_RUN = new Permission("reconciliation.run");
    /** To match by hand, to write differences off, to leave entries out, to note, and to accept or turn down suggestions. */
    public static final Permission RECONCILIATION_MATCH = new Permission("reconciliation.match");
    /** To undo a match or a run. */
    public static final Permission RECONCILIATION_UNDO = new Permission("reconciliation.undo");
    /** To prepare and review a sign-off, and to send one back. */
    public static final Permission RECONCILIATION_SIGN = new Permission("reconciliation.sign");
    /** To close and reopen periods, and to lock and unlock groups. */
    public static final Permission RECONCILIATION_LOCK = new Permission("reconciliation.lock");
    /** To set, import and remove exchange rates. */
    public static final Permission RECONCILIATION_RATES = new Permission("reconciliation.rates");
    /** To list and show tasks and runs, with their logs. */
    public static final Permission TASK_READ = new Permission("task.read");
    /** To add and change tasks, to switch and to pause them. */
    public static final Permission TASK_EDIT = new Permission("task.edit");
    /** To remove tasks. */
    public static final Permission TASK_DELETE = new Permission("task.delete");
    /** To start tasks, and to cancel and retry their runs. */
    public static final Permission TASK_RUN = new Permission("task.run");
    /** To hold the starts of all tasks, and to let them go on. */
    public static final Permission TASK_HOLD = new Permission("task.hold");
    /** To list and show appointments and series. */
    public static final Permission CALENDAR_READ = new Permission("calendar.read");
    /** To add, change and delete appointments and series of one's own. */
    public static final Permission CALENDAR_EDIT = new Permission("calendar.edit");
    /** To do that with those of others as well. */
    public static final Permission CALENDAR_EDIT_ALL = new Permission("calendar.edit-all");
    /** To list and show scripts, macros and triggers, with their runs and firings. */
    public static final Permission SCRIPT_READ = new Permission("script.read");
    /** To add, change and remove scripts and macros. */
    public static final Permission SCRIPT_EDIT = new Permission("script.edit");
    /** To run scripts and macros. */
    public static final Permission SCRIPT_RUN = new Permission("script.run");
    /** To debug scripts and macros: to stop them, and to see and change what they hold. */
    public static final Permission SCRIPT_DEBUG = new Permission("script.debug");
    /** To add, change, switch, try and remove triggers. */
    public static final Permission TRIGGER_EDIT = new Permission("trigger.edit");
    /** To read settings; secrets stay masked. */
    public static final Permission CONFIG_READ = new Permission("config.read");
    /** To change settings and secrets. */
    public static final Permission CONFIG_EDIT = new Permission("config.edit");
    /** To list and show mails, and to preview what templates make. */
    public static final Permission MAIL_READ = new Permission("mail.read");
    /** To let a script or macro send mails. */
    public static final Permission MAIL_SEND = new Permission("mail.send");
    /** To send test messages, and to retry and drop mails. */
    public static final Permission MAIL_EDIT = new Permission("mail.edit");
    /** To list plugins and what they contribute. */
    public static final Permission PLUGIN_READ = new Permission("plugin.read");
    /** To read the state of the system. */
    public static final Permission SYSTEM_READ = new Permission("system.read");
    /** To examine the system, with the folders and definitions of all units. */
    public static final Permission SYSTEM_CHECK = new Permission("system.check");
    /** To make backups, wherever the system may write. */
    public static final Permission SYSTEM_BACKUP = new Permission("system.backup");
    /** To stop the system. */
    public static final Permission SYSTEM_STOP = new Permission("system.stop");
    /** To read and verify the audit log. */
    public static final Permission AUDIT_READ = new Permission("audit.read");

    /** To list and show users and their tokens. */
    public static final Permission USER_READ = new Permission("user.read");
    /** To add, change, lock and remove users, and to issue and revoke tokens for them. */
    public static final Permission USER_EDIT = new Permission("user.edit");

    public Permission {
        Objects.requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Permission '" + name + "': expected area.action in lower case, or *");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
