package org.tickmark.script.crmscript.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.library.Library;
import org.tickmark.script.crmscript.problem.Findings;
import org.tickmark.script.crmscript.run.Function;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.syntax.TypeName;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.Type;

/** What the whole program knows by name: functions, structs, granted objects and global variables; and what is wrong with it. */
final class Symbols {
    final Findings findings;
    final Library library;
    final Scope globals;
    final List<ScriptPosition> stops = new ArrayList<>();

    private final Map<String, List<Function>> functions;
    private final Map<String, StructType> structs;
    private final Map<String, GrantedObject> granted;
    private int numbers;
    private int objects;

    Symbols(Findings findings, Library library, List<GrantedObject> objects) {
        this.findings = findings;
        this.library = library;
        this.globals = new Scope(null);
        this.functions = new HashMap<>();
        this.structs = new HashMap<>();
        this.granted = new HashMap<>();
        objects.forEach(object -> granted.put(object.name(), object));
    }

    private Symbols(Findings findings, Symbols known) {
        this.findings = findings;
        this.library = known.library;
        this.globals = known.globals;
        this.functions = known.functions;
        this.structs = known.structs;
        this.granted = known.granted;
    }

    /** The same names, with a place of its own for what is wrong. */
    Symbols with(Findings other) {
        return new Symbols(other, this);
    }

    /** Ends the statement that is being compiled; what was wrong is told. */
    static final class CompileException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CompileException() {
            super(null, null, false, false);
        }
    }

    CompileException error(ScriptPosition at, String code, String found, String expected, Object... arguments) {
        findings.error(at, code, found, expected, arguments);
        return new CompileException();
    }

    /** Ends the statement, if the name is one that the language leaves out. */
    void refuseLeftOut(ScriptPosition at, String name) {
        LeftOut.instead(name).ifPresent(instead -> {
            findings.leftOut(at, name, instead);
            throw new CompileException();
        });
    }

    /** A slot for a global variable. */
    int slot(Type type) {
        return type.storage() == Storage.OBJECT ? objects++ : numbers++;
    }

    int numbers() {
        return numbers;
    }

    int objects() {
        return objects;
    }

    List<Variable> globalVariables() {
        return List.copyOf(globals.own().keySet());
    }

    List<Function> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    void add(Function function, ScriptPosition at) {
        List<Function> overloads = functions.computeIfAbsent(function.name(), key -> new ArrayList<>());
        if (overloads.stream().anyMatch(other -> other.parameters().equals(function.parameters()))) {
            findings.error(at, "name.taken", function.signature(), "");
            return;
        }
        overloads.add(function);
    }

    void add(StructType struct, ScriptPosition at) {
        if (struct(struct.word()).isPresent() || type(struct.word()).isPresent()) {
            findings.error(at, "name.taken", struct.word(), "");
            return;
        }
        structs.put(struct.word(), struct);
    }

    Optional<StructType> struct(String name) {
        return Optional.ofNullable(structs.get(name));
    }

    Optional<GrantedObject> granted(String name) {
        return Optional.ofNullable(granted.get(name));
    }

    private Optional<Type> type(String name) {
        return library.type(name).or(() -> struct(name));
    }

    /** The type of a variable, a parameter or an element. */
    Type type(TypeName written) {
        Type type = anyType(written);
        if (type == Simple.VOID) {
            throw error(written.at(), "type.void", "Void", "");
        }
        return type;
    }

    /** A type, which may be {@code Void}. */
    Type anyType(TypeName written) {
        Type type = type(written.name()).orElseThrow(() -> unknown(written));
        for (int i = 0; i < written.dimensions().size(); i++) {
            if (type == Simple.VOID) {
                throw error(written.at(), "type.void", "Void", "");
            }
            type = new ArrayType(type);
        }
        return type;
    }

    private CompileException unknown(TypeName written) {
        refuseLeftOut(written.at(), written.name());
        return error(written.at(), "type.unknown", written.name(), Names.near(written.name(), library.typeNames()));
    }
}
