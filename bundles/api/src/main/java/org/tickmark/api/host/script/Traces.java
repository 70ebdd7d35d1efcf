package org.tickmark.api.host.script;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * Traces: what runs did, statement by statement. All takes {@link org.tickmark.api.Permission#SCRIPT_DEBUG}; what runs in the name of an owner is traced and read by that
 * owner only, or with all rights. Safe for use from many threads.
 *
 * <p>A trace ends itself at 100 recordings or 100 MB of them. A recording that cannot be kept, for whatever reason, is lost, and the run knows nothing of it.
 *
 * <p>Lists are records:
 *
 * <ul>
 *   <li>{@code trace}: {@code target}, {@code description}, {@code enabled}, {@code suspended} (why it ended itself), {@code recordings}, {@code bytes}, {@code saved_by},
 *       {@code saved_at}.
 *   <li>{@code recording}: {@code id}, {@code target}, {@code script}, {@code version}, {@code run}, {@code caller}, {@code started_at}, {@code took_ms}, {@code outcome},
 *       {@code told}, {@code statements}, {@code memory}, {@code bytes}, {@code expires_at}.
 * </ul>
 */
@ProviderType
public interface Traces {
    /**
     * Traces what comes from now on; a trace of the same target is replaced, and counts anew.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code trace.target} if there is no such script or trigger
     */
    void on(Caller caller, TraceSettings settings);

    /** Traces no more; recordings stay. */
    void off(Caller caller, String target);

    /** Reads a recording. */
    Recording open(Caller caller, long id);

    /** Forgets a recording. */
    void forget(Caller caller, long id);
}
