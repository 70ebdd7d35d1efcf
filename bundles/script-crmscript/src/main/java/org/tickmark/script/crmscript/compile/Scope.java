package org.tickmark.script.crmscript.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.script.crmscript.run.Instruction.Label;
import org.tickmark.script.crmscript.run.Variable;

/** The variables that are visible somewhere: those of a block, and those around it. */
final class Scope {
    private final Scope around;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<Variable, Label> begins = new LinkedHashMap<>();

    Scope(Scope around) {
        this.around = around;
    }

    Scope around() {
        return around;
    }

    /** Whether a name is taken in the block itself. */
    boolean has(String name) {
        return variables.containsKey(name);
    }

    void add(Variable variable, Label from) {
        variables.put(variable.name(), variable);
        begins.put(variable, from);
    }

    Optional<Variable> find(String name) {
        Variable variable = variables.get(name);
        if (variable != null) {
            return Optional.of(variable);
        }
        return around == null ? Optional.empty() : around.find(name);
    }

    /** The variables of the block itself, with where each begins. */
    Map<Variable, Label> own() {
        return begins;
    }
}
