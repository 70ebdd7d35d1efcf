package org.tickmark.script.crmscript.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Type;

/** Objects of the host's as scripts see them: their methods with types of the language. */
public final class Granted {
    private Granted() {}

    /** All methods of an object. */
    public static List<Callable> methods(GrantedObject object) {
        return object.methods().stream().map(method -> builtin(object, method)).toList();
    }

    /** The methods of that name. */
    public static List<Callable> methods(GrantedObject object, String name) {
        return methods(object).stream()
                .filter(method -> method.name().equals(name))
                .toList();
    }

    private static Callable builtin(GrantedObject object, GrantedObject.Method method) {
        List<Type> parameters = method.parameters().stream().map(Granted::type).toList();
        return new Builtin(
                method.name(),
                Optional.empty(),
                parameters,
                type(method.result()),
                false,
                (run, a) -> call(run, object, method, a));
    }

    private static Type type(GrantedObject.Value value) {
        return switch (value) {
            case TEXT -> Simple.STRING;
            case INTEGER -> Simple.LONG;
            case FLOAT -> Simple.FLOAT;
            case FLAG -> Simple.BOOL;
            case TEXTS -> Lib.STRINGS;
            case NOTHING -> Simple.VOID;
        };
    }

    private static Object call(Run run, GrantedObject object, GrantedObject.Method method, Arguments a) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            arguments.add(given(a, i, method.parameters().get(i)));
        }
        return taken(run, called(object, method, arguments));
    }

    /** Calls a method; a refusal is an exception that scripts can catch. */
    static Object called(GrantedObject object, GrantedObject.Method method, List<Object> arguments) {
        try {
            return object.call(method, arguments);
        } catch (TickmarkException e) {
            throw new Fault(Fault.ACCESS, Message.verbatim(e.problem().text(Locale.ENGLISH)));
        }
    }

    private static Object given(Arguments a, int index, GrantedObject.Value value) {
        return switch (value) {
            case TEXT -> a.text(index);
            case INTEGER -> a.whole(index);
            case FLOAT -> a.real(index);
            case FLAG -> a.flag(index);
            case TEXTS -> texts(a.array(index));
            case NOTHING -> throw new IllegalArgumentException("A parameter cannot be nothing");
        };
    }

    private static List<String> texts(ScriptArray array) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            texts.add(Text.of(array.object(i)));
        }
        return texts;
    }

    private static Object taken(Run run, Object result) {
        if (result instanceof List<?> texts) {
            return Lib.strings(run, texts.stream().map(String::valueOf).toList());
        }
        return result instanceof String text ? Lib.made(run, text) : result;
    }
}
