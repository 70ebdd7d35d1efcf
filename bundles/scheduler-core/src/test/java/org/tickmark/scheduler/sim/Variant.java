package org.tickmark.scheduler.sim;

/** The scheduler as it is, and broken ones that the simulation must tell from it: each differs in what it tells the database. */
enum Variant {
    /** As it is. */
    SOUND,
    /** Ends, gives back and splits runs whoever holds them by now. */
    FINISH_WITHOUT_FENCE {
        @Override
        String rewritten(String sql) {
            return sql.replace("where id = ? and fence = ?", "where id = ? and (fence = ? or true)");
        }
    },
    /** Moves a schedule on in a transaction of its own, before the run is there. */
    CLAIM_IN_TWO_TRANSACTIONS {
        @Override
        boolean commitsBefore(String sql) {
            return sql.startsWith("insert into run (");
        }
    },
    /** Starts what follows in a transaction of its own. */
    CHAINS_APART {
        @Override
        boolean commitsBefore(String sql) {
            return sql.startsWith("select task_id, parent_id from unnest(?) as k(id) join task_follows");
        }
    },
    /** Takes runs whether or not the node's lease lasts. */
    CLAIM_WITHOUT_LEASE {
        @Override
        String rewritten(String sql) {
            return sql.replace("where id = ? and not gone", "where id = ? and (not gone or true)");
        }
    },
    /** Takes over from nodes whose leases last. */
    TAKEOVER_BEFORE_LEASE_ENDS {
        @Override
        String rewritten(String sql) {
            return sql.replace("lease_until < ?", "(lease_until < ? or true)");
        }
    },
    /** Lets go of no lock. */
    LOCKS_KEPT {
        @Override
        String rewritten(String sql) {
            return sql.replace(
                    "delete from run_lock where name = ? and run_id = ?",
                    "delete from run_lock where name = ? and run_id = ? and false");
        }
    },
    /** Moves a schedule on though it was moved already. */
    MOVE_WITHOUT_LOOKING {
        @Override
        String rewritten(String sql) {
            return sql.replace(
                    "id = ? and due_at = ? and nominal_at = ?", "id = ? and (due_at = ? or nominal_at = ? or true)");
        }
    };

    /** The statement that it makes of this one. */
    String rewritten(String sql) {
        return sql;
    }

    /** Whether it commits what it did so far before this statement. */
    boolean commitsBefore(String sql) {
        return false;
    }
}
