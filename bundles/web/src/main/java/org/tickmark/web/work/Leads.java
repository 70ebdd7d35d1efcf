package org.tickmark.web.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.http.Parameters;

/** To where the answers of commands lead: to the page of what was started, of what was taken or made. */
final class Leads {
    private static final Set<String> STARTING = Set.of("task run", "run retry");
    private static final String IMPORTING = "import run";
    private static final int MOST = 20;

    private Leads() {}

    /**
     * A link.
     *
     * @param words what it says
     * @param address where it leads
     */
    private record Lead(String words, String address) {}

    /** The page of the run that a command has started, on which its log grows. */
    static Optional<String> started(CommandSpec spec, CommandResult result, Visit visit) {
        boolean shown = STARTING.contains(spec.name()) && visit.caller().may(Permission.TASK_READ);
        return documents(result).stream()
                .filter(document -> shown && document.get("run") != null)
                .map(document -> opened("runs", document.get("run")))
                .findFirst();
    }

    /** Whether the rows of its answer tell what became of each thing, which its summary does not. */
    static boolean tellsOfEach(CommandSpec spec) {
        return spec.name().equals(IMPORTING);
    }

    /** Writes the links of an answer. */
    static void write(Html html, CommandSpec spec, CommandResult result, Visit visit) {
        List<Lead> leads = of(spec, result, visit);
        if (!leads.isEmpty()) {
            html.open("p", "class", "acts");
            leads.stream()
                    .limit(MOST)
                    .forEach(lead -> html.element("a", lead.words(), "class", "button", "href", lead.address()));
            html.close();
        }
    }

    private static List<Lead> of(CommandSpec spec, CommandResult result, Visit visit) {
        Optional<String> started = started(spec, result, visit);
        if (started.isPresent()) {
            return List.of(new Lead(visit.text("lead.run"), started.get()));
        }
        return switch (spec.name()) {
            case IMPORTING -> result.table().map(Leads::files).orElse(List.of());
            case "rec run" ->
                documents(result).stream()
                        .map(document -> String.valueOf(document.get("group")))
                        .map(group -> new Lead(group, opened("reconciliation", group)))
                        .toList();
            case "cal feed" ->
                documents(result).stream()
                        .filter(document -> document.get("address") != null)
                        .map(document -> String.valueOf(document.get("address")))
                        .map(address -> new Lead(here(visit) + address, address))
                        .toList();
            default -> List.of();
        };
    }

    /** Those that have been kept; a dry run keeps none. */
    private static List<Lead> files(Table table) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        int id = columns.indexOf("file_id");
        int name = columns.indexOf("file");
        List<Lead> files = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            if (id >= 0 && name >= 0 && row.get(id) instanceof Number number && number.longValue() > 0) {
                files.add(new Lead(String.valueOf(row.get(name)), opened("files", number)));
            }
        }
        return files;
    }

    private static String opened(String view, Object key) {
        return Parameters.NONE.with(ViewCall.OPEN, String.valueOf(key)).on(HostedCall.VIEWS + view);
    }

    /** How the one who asks reaches this server, under a name that has been looked at. */
    private static String here(Visit visit) {
        return (visit.ask().secure() ? "https://" : "http://")
                + visit.ask().header("host").orElse("");
    }

    private static List<Map<?, ?>> documents(CommandResult result) {
        Object document = result.document().orElse(List.of());
        List<Map<?, ?>> documents = new ArrayList<>();
        for (Object each : document instanceof List<?> list ? list : List.of(document)) {
            if (each instanceof Map<?, ?> map) {
                documents.add(map);
            }
        }
        return documents;
    }
}
