package org.tickmark.api.host;

import java.sql.SQLException;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.event.Proposal;

/** Asks before-handlers and tells after-handlers; see {@link org.tickmark.api.event.EventHandler}. */
@ProviderType
public interface Events {
    /**
     * Asks every matching before-handler. To be called outside any transaction; the caller revalidates inside.
     *
     * @return the proposal with the changes of the handlers
     * @throws org.tickmark.api.TickmarkException with code {@code event.blocked} if a handler blocks it
     */
    Proposal propose(Proposal proposal);

    /**
     * Records an event in the transaction; it is delivered after the commit, at least once.
     *
     * @param topic what happened
     * @param subject the thing it happened to
     * @param fields particulars as text; never a secret
     */
    void record(Tx tx, Caller caller, String topic, String subject, Map<String, String> fields) throws SQLException;
}
