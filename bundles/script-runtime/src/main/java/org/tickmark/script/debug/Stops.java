package org.tickmark.script.debug;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.script.ScriptPosition;

/** Where a program can pause. Immutable. */
final class Stops {
    private final List<ScriptPosition> positions;

    Stops(List<ScriptPosition> positions) {
        this.positions = List.copyOf(positions);
    }

    int count() {
        return positions.size();
    }

    ScriptPosition at(int stop) {
        return positions.get(stop);
    }

    /** The first statement of a line, or of the next line that has one. */
    Optional<ScriptPosition> from(String source, int line) {
        return positions.stream()
                .filter(position -> position.source().equals(source) && position.line() >= line)
                .min(Comparator.comparingInt(ScriptPosition::line).thenComparingInt(ScriptPosition::column));
    }
}
