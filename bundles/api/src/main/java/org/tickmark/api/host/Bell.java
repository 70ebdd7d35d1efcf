package org.tickmark.api.host;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets the processes that share a database tell one another that there is something new in it. A ring says no more than that somebody
 * should look, and may be lost with the process that rang: whoever listens also looks by itself now and then. Where no other process can
 * share the database nothing rings. Safe for use from many threads.
 */
@ProviderType
public interface Bell {
    /** Where nobody else is. */
    Bell SILENT = new Bell() {
        @Override
        public void ring(String topic) {}

        @Override
        public Listening listen(String topic, Runnable heard) {
            return () -> {};
        }
    };

    /**
     * Rings with all other processes, soon; many rings within a tenth of a second are one. To be called when what is new is
     * committed. Never waits.
     *
     * @param topic lower-case words joined by hyphens, 40 characters at most
     */
    void ring(String topic);

    /**
     * Calls {@code heard} when another process has rung, and when rings may have been missed: after the connection was lost.
     *
     * @param heard quick; is called by a thread of the bell
     * @return ends that; does nothing when closed again
     */
    Listening listen(String topic, Runnable heard);

    /** A listener that hears until it is closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
