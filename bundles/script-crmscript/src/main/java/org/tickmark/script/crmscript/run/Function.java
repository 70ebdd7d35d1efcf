package org.tickmark.script.crmscript.run;

import java.util.List;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.Type;

/** A function of a script, or the script itself. It exists before its code does, so that it can call itself. */
public final class Function implements Callable {
    private final String name;
    private final List<Type> parameters;
    private final Type result;

    private Instruction[] code;
    private Handler[] handlers;
    private List<Variable> variables = List.of();
    private List<Variable> given = List.of();
    private Slot[] parameterSlots;
    private int numbers;
    private int objects;

    /**
     * A function without code.
     *
     * @param parameters what it takes; for a method without the value
     */
    public Function(String name, List<Type> parameters, Type result) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.result = result;
    }

    /**
     * Where a value is kept.
     *
     * @param isObject whether among the objects
     * @param index which of them
     */
    public record Slot(boolean isObject, int index) {
        /** A slot for values of the type. */
        public static Slot of(Type type, int index) {
            return new Slot(type.storage() == Storage.OBJECT, index);
        }
    }

    /**
     * What catches exceptions.
     *
     * @param from the first instruction whose exceptions it catches
     * @param to the first behind them
     * @param target where it goes on
     * @param error the slot that takes the text
     * @param location the slot that takes the place
     */
    public record Handler(
            Instruction.Label from, Instruction.Label to, Instruction.Label target, int error, int location) {
        boolean catches(int pc) {
            return pc >= from.target() && pc < to.target();
        }
    }

    /**
     * Gives it its code.
     *
     * @param catching the inner ones first
     * @param slots where arguments go; for a method the value comes first
     * @param numberSlots how many slots for numbers a call needs
     * @param objectSlots how many slots for objects
     */
    public void define(
            List<Instruction> instructions,
            List<Handler> catching,
            List<Variable> named,
            List<Slot> slots,
            int numberSlots,
            int objectSlots) {
        code = instructions.toArray(Instruction[]::new);
        handlers = catching.toArray(Handler[]::new);
        variables = List.copyOf(named);
        given = variables.stream().filter(variable -> variable.isVisible(0)).toList();
        parameterSlots = slots.toArray(Slot[]::new);
        numbers = numberSlots;
        objects = objectSlots;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Type> parameters() {
        return parameters;
    }

    @Override
    public Type result() {
        return result;
    }

    Instruction[] code() {
        return code;
    }

    /** The variables it has, wherever they are visible. */
    List<Variable> variables() {
        return variables;
    }

    /** The variables that it has when it begins. */
    List<Variable> given() {
        return given;
    }

    Slot[] parameterSlots() {
        return parameterSlots;
    }

    int numbers() {
        return numbers;
    }

    int objects() {
        return objects;
    }

    /** What catches an exception there; null if nothing does. */
    Handler handler(int pc) {
        for (Handler handler : handlers) {
            if (handler.catches(pc)) {
                return handler;
            }
        }
        return null;
    }
}
