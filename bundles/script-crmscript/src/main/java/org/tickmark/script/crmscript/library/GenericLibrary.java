package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.GENERIC;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.List;
import java.util.Optional;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.GenericValue;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.StructValue;
import org.tickmark.script.crmscript.value.Type;

/** {@code Generic}: values that carry their type. */
final class GenericLibrary {
    private static final GenericValue NOTHING = new GenericValue(STRING, null);

    private GenericLibrary() {}

    private static GenericValue generic(Arguments a, int index) {
        return a.raw(index) == null ? NOTHING : a.value(GenericValue.class, index);
    }

    static void addTo(Library library) {
        library.function(STRING, "getTypeName", (run, a) -> generic(a, 0).type().word(), GENERIC);
        library.function(Lib.STRINGS, "getStructMembers", GenericLibrary::members, GENERIC);
        library.function(GENERIC, "getGenericValue", GenericLibrary::member, GENERIC, STRING);
        library.function(VOID, "setGenericFromString", GenericLibrary::setMember, GENERIC, STRING, STRING);
        library.method(GENERIC, STRING, "toString", (run, a) -> Lib.made(run, ArrayLibrary.text(run, a.raw(0))));
        library.method(GENERIC, BOOL, "isNull", (run, a) -> generic(a, 0).value() == null);
        for (Simple type : Simple.values()) {
            if (type != GENERIC && type != VOID) {
                library.function(type, "GenericTo" + type.word(), (run, a) -> as(type, generic(a, 0)), GENERIC);
            }
        }
    }

    private static Object as(Simple type, GenericValue value) {
        if (value.type() == type) {
            return value.value();
        }
        boolean widened = value.type().fits(type);
        if (widened && type != Simple.FLOAT) {
            return value.value();
        }
        if (widened) {
            return value.value() == null ? null : (Object) ((Long) value.value()).doubleValue();
        }
        throw new Fault(Fault.CONVERSION, Texts.text("run.generic", value.type().word(), type.word()));
    }

    private static StructValue struct(GenericValue value) {
        if (value.value() instanceof StructValue struct) {
            return struct;
        }
        throw new Fault(Fault.CONVERSION, Texts.text("run.generic", value.type().word(), "struct"));
    }

    private static Object members(Run run, Arguments a) {
        List<String> names = struct(generic(a, 0)).type.fields().stream()
                .map(StructType.Field::name)
                .toList();
        return Lib.strings(run, names);
    }

    private static StructType.Field field(StructValue struct, String name) {
        return struct.type
                .field(name)
                .orElseThrow(() -> new Fault(Fault.ACCESS, Texts.text("run.member", struct.type.word(), name)));
    }

    private static Object member(Run run, Arguments a) {
        StructValue struct = struct(generic(a, 0));
        StructType.Field field = field(struct, a.text(1));
        run.meter().bytes(32);
        return new GenericValue(field.type(), struct.get(field));
    }

    private static Object setMember(Run run, Arguments a) {
        StructValue struct = struct(generic(a, 0));
        StructType.Field field = field(struct, a.text(1));
        Type type = field.type();
        Simple simple = Optional.of(type)
                .filter(Simple.class::isInstance)
                .map(Simple.class::cast)
                .orElseThrow(() -> new Fault(Fault.CONVERSION, Texts.text("run.generic", "String", type.word())));
        struct.set(field, JsonValues.read(run, simple, a.text(2)));
        return null;
    }
}
