package org.tickmark.script.crmscript.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A struct of a script. Its declaration fills it; then it is read only. */
public final class StructType implements Type {
    private final String word;
    private final List<Field> fields = new ArrayList<>();
    private final List<Callable> methods = new ArrayList<>();
    private final int[] slots = new int[2];

    /** A struct without fields and methods. */
    public StructType(String word) {
        this.word = word;
    }

    /**
     * A field.
     *
     * @param name what it is called
     * @param type its type
     * @param slot where it is kept, among those of its storage
     * @param initial what it is in a new value, if its declaration says so
     */
    public record Field(String name, Type type, int slot, Optional<Initial> initial) {}

    /** What a field is in a new value. */
    public interface Initial {
        /** The value, boxed. */
        Object value(Run run);
    }

    /** Adds a field behind those there are. */
    public void add(String name, Type type, Optional<Initial> initial) {
        int kind = type.storage() == Storage.OBJECT ? 1 : 0;
        fields.add(new Field(name, type, slots[kind]++, initial));
    }

    /** Adds a method. */
    public void add(Callable method) {
        methods.add(method);
    }

    /** The fields in the order declared. */
    public List<Field> fields() {
        return fields;
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The methods of that name. */
    public List<Callable> methods(String name) {
        return methods.stream().filter(method -> method.name().equals(name)).toList();
    }

    /** The method with exactly these parameters and that result. */
    public Optional<Callable> method(String name, Type result, Type... parameters) {
        return methods(name).stream()
                .filter(method -> method.parameters().equals(List.of(parameters)) && method.result() == result)
                .findFirst();
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public Storage storage() {
        return Storage.OBJECT;
    }

    @Override
    public Object initial(Run run) {
        run.meter().bytes(StructValue.bytes(slots[0], slots[1]));
        StructValue value = new StructValue(this, slots[0], slots[1]);
        for (Field field : fields) {
            Object initial = field.initial().isPresent()
                    ? field.initial().get().value(run)
                    : field.type().initial(run);
            value.set(field, initial);
        }
        return value;
    }

    @Override
    public String toString() {
        return word;
    }
}
