package org.tickmark.script.crmscript.value;

import java.util.function.Consumer;

/** A value that takes memory and may hold others. */
public interface Weighed {
    /**
     * The bytes it takes itself, about.
     *
     * @param inner is given what it holds, also null
     */
    long weigh(Consumer<Object> inner);
}
