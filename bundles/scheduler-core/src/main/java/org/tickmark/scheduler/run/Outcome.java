package org.tickmark.scheduler.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tickmark.api.host.tasks.RunState;

/** How runs stand, in four words. */
enum Outcome {
    UNDER_WAY,
    SUCCEEDED,
    FAILED,
    NOT_RUN;

    static Outcome of(RunState state) {
        if (!state.isFinal()) {
            return UNDER_WAY;
        }
        if (state.isDropped()) {
            return NOT_RUN;
        }
        return state.isFailure() ? FAILED : SUCCEEDED;
    }

    /** Its name in lower case, with hyphens. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of the states that are called so; none if none is. */
    static List<String> states(String id) {
        return Stream.of(RunState.values())
                .filter(state -> of(state).id().equals(id))
                .map(Enum::name)
                .toList();
    }
}
