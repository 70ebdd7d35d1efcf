package org.tickmark.script.crmscript.run;

import java.util.List;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;

/** What fields are in a new value of a struct, as expressions that need no variables of a call. */
public final class Initial {
    private static final Function NOWHERE = new Function("", List.of(), Simple.VOID);

    static {
        NOWHERE.define(List.of(), List.of(), List.of(), List.of(), 0, 0);
    }

    private Initial() {}

    public static StructType.Initial of(Node value) {
        return run -> value.boxed(new Frame((Machine) run, NOWHERE, null));
    }
}
