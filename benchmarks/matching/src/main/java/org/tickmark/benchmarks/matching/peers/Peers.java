package org.tickmark.benchmarks.matching.peers;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.benchmarks.kit.PostgresServer;

/** All who match beside Tickmark. */
public final class Peers {
    private Peers() {}

    /** Policies, then databases. */
    public static List<Peer> all(PostgresServer server) {
        List<Peer> peers = new ArrayList<>(List.of(Policy.values()));
        peers.add(SqlPeer.duckDb());
        peers.add(SqlPeer.h2());
        peers.add(SqlPeer.sqlite());
        peers.add(SqlPeer.postgresql(server));
        return peers;
    }
}
