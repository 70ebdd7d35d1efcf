package org.tickmark.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tickmark.api.host.Tx;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code node}. */
public final class NodeTable {
    private NodeTable() {}

    /**
     * A node that is to join.
     *
     * @param name what people call it
     * @param version version of the bundle
     * @param labels its labels
     */
    public record NewNode(String name, String version, List<String> labels) {
        public NewNode {
            labels = List.copyOf(labels);
        }
    }

    /** Adds a node; returns its key. */
    public static long insert(Connection connection, NewNode node, Instant now, Instant leaseUntil)
            throws SQLException {
        return Sql.on(connection, """
            insert into node (name, labels, executors, version, started_at, lease_until, gone)
            values (?, ?, '', ?, ?, ?, false)\
            """)
                .with(node.name(), spaced(node.labels()), node.version(), now, leaseUntil)
                .insert();
    }

    /** Keeps a node's lease until this moment; tells whether it still had it. */
    public static boolean renew(Connection connection, long id, Instant leaseUntil) throws SQLException {
        return Sql.on(connection, "update node set lease_until = ? where id = ? and not gone")
                        .with(leaseUntil, id)
                        .update()
                > 0;
    }

    /** Says what a node can run just now. */
    public static void executors(Connection connection, long id, Collection<String> executors) throws SQLException {
        Sql.on(connection, "update node set executors = ? where id = ?")
                .with(spaced(executors), id)
                .update();
    }

    /** Ends a node: it takes nothing any more, and lets go of nothing by itself. */
    public static void end(Connection connection, long id) throws SQLException {
        Sql.on(connection, "update node set gone = true where id = ?").with(id).update();
    }

    /** Ends the nodes whose lease is over at a moment, ordered by key; returns them. */
    public static List<Long> endExpired(Connection connection, Instant now) throws SQLException {
        List<Long> expired = Sql.on(
                        connection, "select id from node where not gone and lease_until < ? order by id for update")
                .with(now)
                .list(row -> row.number("id"));
        for (long id : expired) {
            end(connection, id);
        }
        return expired;
    }

    /** Ends every node but this one; returns those that had not ended. */
    public static List<Long> endOthers(Connection connection, long id) throws SQLException {
        List<Long> others = Sql.on(connection, "select id from node where not gone and id <> ? order by id")
                .with(id)
                .list(row -> row.number("id"));
        for (long other : others) {
            end(connection, other);
        }
        return others;
    }

    /** Nodes that have ended and still hold runs. */
    public static List<Long> endedWithRuns(Connection connection) throws SQLException {
        return Sql.on(connection, """
            select distinct r.node_id from run r join node n on n.id = r.node_id
            where r.state = 'RUNNING' and n.gone\
            """).list(row -> row.number("node_id"));
    }

    /**
     * Sees to it, until the transaction ends, that nobody ends this node; to be called last before the commit.
     *
     * @throws NodeGoneException if it has ended
     */
    static void verify(Tx tx, long id) throws SQLException {
        String lock = tx.dialect() == Tx.Dialect.H2 ? "" : " for share";
        if (Sql.on(tx.connection(), "select id from node where id = ? and not gone" + lock)
                .with(id)
                .first(row -> row.number("id"))
                .isEmpty()) {
            throw new NodeGoneException(id);
        }
    }

    private static String spaced(Collection<String> words) {
        return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    }
}
