package org.tickmark.script.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.script.ScriptEvent;
import org.tickmark.api.script.ScriptOutput;

/**
 * A run that is asked for.
 *
 * @param caller who asks; in whose name it runs unless the script has an owner
 * @param request what to run
 * @param output where it writes
 * @param cancel whether it should stop
 * @param event the event it reacts to, if it is started by one
 * @param until when it must have ended; empty if only its own limits hold
 * @param once what to know its work outside by, so that a repeated run does it once; empty if every run does it
 * @param depth how many scripts have started one another before it
 */
public record Order(
        Caller caller,
        ScriptRequest request,
        ScriptOutput output,
        CancelToken cancel,
        Optional<ScriptEvent> event,
        Optional<Instant> until,
        Optional<String> once,
        int depth) {
    public Order {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(cancel, "cancel");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(once, "once");
    }

    /** A run that somebody asks for. */
    public static Order of(Caller caller, ScriptRequest request, ScriptOutput output, CancelToken cancel) {
        return new Order(caller, request, output, cancel, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** The same run, whose work outside is done once however often it is asked for. */
    public Order once(String key) {
        return new Order(caller, request, output, cancel, event, until, Optional.of(key), depth);
    }

    /** The same run, started by an event and over by this moment. */
    public Order on(ScriptEvent started, Instant deadline) {
        return new Order(caller, request, output, cancel, Optional.of(started), Optional.of(deadline), once, depth);
    }
}
