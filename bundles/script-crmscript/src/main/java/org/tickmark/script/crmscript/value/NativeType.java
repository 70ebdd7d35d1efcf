package org.tickmark.script.crmscript.value;

import java.util.function.Function;

/** A class of the library, whose values are references. */
public final class NativeType implements Type {
    private final String word;
    private final Function<Run, Object> maker;

    /**
     * A class.
     *
     * @param word its name
     * @param maker makes what a variable of the class is before anything is assigned
     */
    public NativeType(String word, Function<Run, Object> maker) {
        this.word = word;
        this.maker = maker;
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
        return maker.apply(run);
    }

    @Override
    public String toString() {
        return word;
    }
}
