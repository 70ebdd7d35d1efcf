package org.tickmark.reconciliation;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Tx;

/** Tells of what people and rules did, in the audit log and by an event. */
final class Acts {
    private final Audit audit;
    private final Events events;

    Acts(Audit audit, Events events) {
        this.audit = audit;
        this.events = events;
    }

    void record(Tx tx, Caller caller, String action, String topic, String subject, Map<String, String> fields)
            throws SQLException {
        audit.append(tx, caller, new Audit.Act(GroupRunner.STREAM, action, subject, fields));
        events.record(tx, caller, topic, subject, fields);
    }

    /** The fields that every act has; more may be added. */
    static Map<String, String> fields(String group, String unit) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("group", group);
        fields.put("unit", unit);
        return fields;
    }

    /** Refuses to change what was decided without saying why. */
    static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Problem.error("rec.reason", Texts.message("reason.needed")).exception();
        }
    }
}
