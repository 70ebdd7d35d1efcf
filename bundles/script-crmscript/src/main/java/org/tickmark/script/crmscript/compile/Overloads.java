package org.tickmark.script.crmscript.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Type;

/** Finds which of several functions of one name is meant: the one that needs the fewest conversions, of equals the first. */
final class Overloads {
    private Overloads() {}

    static Optional<Callable> choose(List<? extends Callable> candidates, List<Type> arguments) {
        Callable best = null;
        int fewest = Integer.MAX_VALUE;
        for (Callable candidate : candidates) {
            int conversions = conversions(candidate.parameters(), arguments);
            if (conversions < fewest) {
                best = candidate;
                fewest = conversions;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many arguments have to be converted; the largest number if one cannot be. */
    private static int conversions(List<Type> parameters, List<Type> arguments) {
        if (parameters.size() != arguments.size()) {
            return Integer.MAX_VALUE;
        }
        int conversions = 0;
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).fits(parameters.get(i))) {
                return Integer.MAX_VALUE;
            }
            conversions += arguments.get(i).equals(parameters.get(i)) ? 0 : 1;
        }
        return conversions;
    }

    /** {@code (Type, Type)}, as messages show it. */
    static String shown(String name, List<Type> types) {
        return name + "(" + String.join(", ", types.stream().map(Type::word).toList()) + ")";
    }

    /** What could have been called. */
    static String shown(List<? extends Callable> candidates) {
        List<String> signatures = new ArrayList<>();
        candidates.stream().map(Callable::signature).distinct().limit(5).forEach(signatures::add);
        return String.join(", ", signatures);
    }
}
