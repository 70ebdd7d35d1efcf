package org.tickmark.web.screens;

import static org.tickmark.api.workbench.Perspective.ACCOUNTING;
import static org.tickmark.api.workbench.Perspective.ADMINISTRATION;
import static org.tickmark.api.workbench.Perspective.OPERATIONS;
import static org.tickmark.api.workbench.Perspective.SCRIPTING;

import java.time.Clock;
import java.util.List;
import org.tickmark.api.Permission;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.screens.ListScreen.Part;
import org.tickmark.web.screens.calendar.CalendarScreen;
import org.tickmark.web.screens.imports.FilesScreen;
import org.tickmark.web.screens.imports.ImportsScreen;
import org.tickmark.web.screens.reports.ReportsScreen;
import org.tickmark.web.screens.runs.RunsScreen;
import org.tickmark.web.screens.scripting.DebuggerScreen;
import org.tickmark.web.screens.scripting.EventsScreen;
import org.tickmark.web.screens.scripting.ScriptsScreen;
import org.tickmark.web.screens.scripting.TracesScreen;
import org.tickmark.web.screens.tasks.TasksScreen;

/** The screens that there are. */
public final class Screens {
    /** What is looked through at most where a list could be longer. */
    private static final String MOST = "--limit=20000";

    private Screens() {}

    /**
     * All of them.
     *
     * @param clock by which today is told
     */
    public static List<WorkbenchView> all(Clock clock) {
        return List.of(
                new TasksScreen(),
                new RunsScreen(),
                new CalendarScreen(clock),
                ListScreen.of("nodes", OPERATIONS, 40, Permission.TASK_READ)
                        .list("sys", "nodes")
                        .build(),
                new ReconciliationScreen(),
                new ImportsScreen(),
                new FilesScreen(),
                ListScreen.of("units", ACCOUNTING, 40, Permission.BOOKS_READ)
                        .list("unit", "list")
                        .acts("unit add")
                        .opens("CODE", Part.ROW)
                        .openedActs("unit edit", "unit delete")
                        .build(),
                new AccountsScreen(),
                ScriptsScreen.scripts(),
                ScriptsScreen.macros(),
                new DebuggerScreen(),
                new TracesScreen(),
                ListScreen.of("triggers", SCRIPTING, 5, Permission.SCRIPT_READ)
                        .list("trigger", "list", MOST)
                        .acts("trigger add")
                        .opens(
                                "NAME",
                                Part.of("trigger", "show", "--", "*"),
                                Part.of("trigger", "log", "--newest", "--limit=100", "--trigger=*"))
                        .openedActs(
                                "trigger test", "trigger edit", "trigger enable", "trigger disable", "trigger delete")
                        .build(),
                new EventsScreen(),
                ListScreen.of("script-runs", SCRIPTING, 7, Permission.SCRIPT_READ)
                        .list("script", "history")
                        .paged()
                        .columns("id", "script", "version", "cause", "caller", "started_at", "took_ms", "outcome")
                        .opens("ID", Part.ROW)
                        .build(),
                ListScreen.of("executors", SCRIPTING, 10, Permission.TASK_READ)
                        .list("task", "executors")
                        .build(),
                new ReportsScreen(),
                new HealthScreen(),
                ListScreen.of("users", ADMINISTRATION, 20, Permission.USER_READ)
                        .list("user", "list")
                        .acts("user add")
                        .opens("NAME", Part.of("user", "show", "--", "*"))
                        .openedActs("user edit", "user role", "user passwd", "user lock", "user unlock", "user delete")
                        .build(),
                ListScreen.of("tokens", ADMINISTRATION, 30, Permission.USER_READ)
                        .list("token", "list")
                        .acts("token add")
                        .opens("ID", Part.ROW)
                        .openedActs("token revoke")
                        .build(),
                ListScreen.of("sessions", ADMINISTRATION, 40, Permission.USER_READ)
                        .list("session", "list")
                        .opens("ID", Part.ROW)
                        .openedActs("session end")
                        .build(),
                ListScreen.of("plugins", ADMINISTRATION, 50, Permission.PLUGIN_READ)
                        .list("plugin", "list", "--all")
                        .columns("name", "version", "state", "file", "contributes")
                        .opens("NAME", Part.of("plugin", "why", "--", "*"), Part.ROW)
                        .build(),
                ListScreen.of("mail", ADMINISTRATION, 60, Permission.MAIL_READ)
                        .list("mail", "list")
                        .paged()
                        .acts("mail test", "mail templates", "mail preview")
                        .opens("ID", Part.ROW)
                        .openedActs("mail retry", "mail drop")
                        .build(),
                ListScreen.of("settings", ADMINISTRATION, 70, Permission.CONFIG_READ)
                        .list("config", "show", "--origin")
                        .opens("KEY", Part.ROW)
                        .openedActs("config set", "config unset")
                        .build(),
                ListScreen.of("audit", ADMINISTRATION, 80, Permission.AUDIT_READ)
                        .list("audit", "list")
                        .paged()
                        .columns("id", "at", "stream", "caller", "origin", "action", "subject", "details")
                        .acts("audit verify")
                        .opens("ID", Part.ROW)
                        .build());
    }
}
