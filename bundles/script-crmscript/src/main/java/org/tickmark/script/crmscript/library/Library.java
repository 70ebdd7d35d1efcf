package org.tickmark.script.crmscript.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.Type;

/** What every script can use by name: types, functions, and methods of types. Immutable once it is made. */
public final class Library {
    private static final Library COMMON = new Library();

    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, List<Builtin>> functions = new TreeMap<>();
    private final Map<Type, Map<String, List<Builtin>>> methods = new HashMap<>();
    private final Map<String, List<Builtin>> structMethods = new TreeMap<>();

    private Library() {
        for (Simple type : Simple.values()) {
            types.put(type.word(), type);
        }
        TextLibrary.addTo(this);
        RegexLibrary.addTo(this);
        NumberLibrary.addTo(this);
        DateLibrary.addTo(this);
        MapLibrary.addTo(this);
        VectorLibrary.addTo(this);
        NodeLibrary.addTo(this);
        JsonLibrary.addTo(this);
        StructLibrary.addTo(this);
        CodecLibrary.addTo(this);
        GenericLibrary.addTo(this);
        OutputLibrary.addTo(this);
        ContextLibrary.addTo(this);
        SearchLibrary.addTo(this);
        TimerLibrary.addTo(this);
        ScheduleLibrary.addTo(this);
        ParserLibrary.addTo(this);
    }

    /** The library. */
    public static Library common() {
        return COMMON;
    }

    // ---------------------------------------------------------------- making it

    NativeType add(NativeType type) {
        types.put(type.word(), type);
        return type;
    }

    /** Adds a function; for a constructor its name is that of the type. */
    void function(Type result, String name, Builtin.Code code, Type... parameters) {
        functions
                .computeIfAbsent(name, key -> new ArrayList<>())
                .add(new Builtin(name, Optional.empty(), List.of(parameters), result, false, code));
    }

    /** Adds a method; the value it is called on is the first argument. */
    void method(Type receiver, Type result, String name, Builtin.Code code, Type... parameters) {
        add(receiver, new Builtin(name, Optional.of(receiver), List.of(parameters), result, false, code));
    }

    /** Adds a method whose result becomes the value that it is called on. */
    void mutator(Type receiver, Type result, String name, Builtin.Code code, Type... parameters) {
        add(receiver, new Builtin(name, Optional.of(receiver), List.of(parameters), result, true, code));
    }

    private void add(Type receiver, Builtin method) {
        methods.computeIfAbsent(receiver, key -> new TreeMap<>())
                .computeIfAbsent(method.name(), key -> new ArrayList<>())
                .add(method);
    }

    /** Adds a method that every struct has. */
    void structMethod(Type result, String name, Builtin.Code code, Type... parameters) {
        structMethods
                .computeIfAbsent(name, key -> new ArrayList<>())
                .add(new Builtin(name, Optional.empty(), List.of(parameters), result, false, code));
    }

    // ---------------------------------------------------------------- reading it

    public Optional<Type> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    public Collection<String> typeNames() {
        return types.keySet();
    }

    public List<Builtin> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    public Collection<String> functionNames() {
        return functions.keySet();
    }

    public List<Builtin> methods(Type receiver, String name) {
        return of(receiver).getOrDefault(name, List.of());
    }

    public List<String> methodNames(Type receiver) {
        return List.copyOf(of(receiver).keySet());
    }

    /** The methods that every struct has. */
    public Collection<String> structMethodNames() {
        return structMethods.keySet();
    }

    private Map<String, List<Builtin>> of(Type receiver) {
        return receiver instanceof StructType ? structMethods : methods.getOrDefault(receiver, Map.of());
    }
}
