package org.tickmark.script.crmscript.compile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.message.Message;
import org.tickmark.script.crmscript.problem.Texts;

/** Names of the dialect that this language leaves out, each with what to use instead. A method has its type and a point before it. */
public final class LeftOut {
    /** Agents and entities of the original's server, of which there are hundreds. */
    private static final String SERVER = "NS[A-Z]\\w*";

    private static final Map<String, String> REASONS = new TreeMap<>();

    static {
        because(
                "left-out.changes",
                List.of(
                        "SearchEngine.addData",
                        "SearchEngine.addDataField",
                        "SearchEngine.insert",
                        "SearchEngine.update",
                        "SearchEngine.delete"));
        because(
                "left-out.joins",
                List.of(
                        "SearchEngine.addJoinCriteria",
                        "SearchEngine.findRelations",
                        "SearchEngine.findAlternativeFields"));
        because(
                "left-out.sql",
                List.of("SearchEngine.buildSql", "SearchEngine.bypassNetServer", "SearchEngine.setCallBack"));
        because("left-out.html", List.of("SearchEngine.executeHTMLTable", "HtmlElement"));
        because("left-out.http", List.of("HTTP"));
        because("left-out.files", List.of("File", "Document", "Attachment"));
        because("left-out.mail", List.of("Email", "Message", "SMS", "Inbox"));
        because(
                "left-out.records",
                List.of(
                        "Category",
                        "Company",
                        "Customer",
                        "Diary",
                        "ExtraTable",
                        "Invoice",
                        "License",
                        "Priority",
                        "Ticket",
                        "WeekSchedule.loadFromPriority"));
        because(
                "left-out.dialogs",
                List.of(
                        "EventData.showDialog",
                        "EventData.setNavigateTo",
                        "EventDataDialogDefinition",
                        "EventDataDialogField"));
        because("left-out.debugging", List.of("enableDebug", "debugWait", "forceSaveTrace", "pauseTracing"));
        because("left-out.keys", List.of("Rsa", "Pbes"));
        because("left-out.cache", List.of("Cache"));
        because("left-out.zones", List.of("TimeZone"));
        because("left-out.parsing", List.of("Parser.evaluateString", "Parser.toParser"));
    }

    private LeftOut() {}

    private static void because(String reason, List<String> names) {
        names.forEach(name -> REASONS.put(name, reason));
    }

    /** All of them, but for the names of the original's server. */
    public static Collection<String> names() {
        return REASONS.keySet();
    }

    /** What to use instead of a name; empty if it is none of these. */
    public static Optional<Message> instead(String name) {
        String reason = name.matches(SERVER) ? "left-out.records" : REASONS.get(name);
        return Optional.ofNullable(reason).map(Texts::text);
    }
}
