package org.tickmark.script.run;

import java.util.List;
import java.util.Map;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.script.GrantedObject;

/** A granted object as one run has it: checks the rights of whoever it runs for, and audits every use. */
final class BoundGrant implements GrantedObject {
    private static final String STREAM = "scripts";
    private static final int LONGEST = 200;

    private final Grant grant;
    private final Session session;
    private final Transactions transactions;
    private final Audit audit;

    BoundGrant(Grant grant, Session session, Transactions transactions, Audit audit) {
        this.grant = grant;
        this.session = session;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public String name() {
        return grant.name();
    }

    @Override
    public List<Method> methods() {
        return grant.methods();
    }

    @Override
    public Object call(Method method, List<Object> arguments) {
        Grant.Operation operation = grant.operation(method);
        session.actor().require(operation.permission());
        String about = about(arguments);
        if (session.isDryRun() && operation.effect() == Grant.Effect.CHANGES) {
            session.log("dry run: " + name() + "." + method.name() + "(" + about + ")");
            return nothing(method.result());
        }
        audit(method, about);
        return operation.action().on(session, arguments);
    }

    /** What it was used on: the first argument; the others may be long, and confidential. */
    private static String about(List<Object> arguments) {
        String first = arguments.isEmpty() ? "" : String.valueOf(arguments.get(0));
        return first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
    }

    private void audit(Method method, String about) {
        Audit.Act act = new Audit.Act(
                STREAM,
                "script.use",
                "script/" + session.script(),
                Map.of(
                        "version",
                        String.valueOf(session.version()),
                        "run",
                        String.valueOf(session.run()),
                        "what",
                        name() + "." + method.name(),
                        "about",
                        about));
        transactions.inTransaction(tx -> {
            audit.append(tx, session.actor(), act);
            return null;
        });
    }

    private static Object nothing(Value type) {
        return switch (type) {
            case TEXT -> "";
            case INTEGER -> 0L;
            case FLOAT -> 0.0;
            case FLAG -> false;
            case TEXTS -> List.of();
            case NOTHING -> null;
        };
    }
}
