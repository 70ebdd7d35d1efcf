package org.tickmark.script.crmscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.tickmark.script.crmscript.Reference.Jump;
import org.tickmark.script.crmscript.Reference.Piece;
import org.tickmark.script.crmscript.Reference.Returned;
import org.tickmark.script.crmscript.Reference.State;
import org.tickmark.script.crmscript.Reference.Thrown;
import org.tickmark.script.crmscript.Reference.TooLong;

/** A random program that compiles: its text, and what it does by the {@link Reference}. */
final class RandomProgram {
    private static final int DEEPEST = 4;

    private enum Type {
        INTEGER("Integer"),
        STRING("String"),
        BOOL("Bool"),
        ARRAY("Integer[]");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    private record Code(String text, Piece piece) {}

    private record Function(
            String name, Type result, List<Type> parameters, List<String> names, AtomicReference<Piece> body) {}

    private final Random random;
    private final List<Function> functions = new ArrayList<>();
    private final Map<String, Type> visible = new LinkedHashMap<>();
    private int names;
    private int loops;
    private Type returns;

    private RandomProgram(long seed) {
        this.random = new Random(seed);
    }

    /**
     * What a program is and does.
     *
     * @param text the text
     * @param output what it writes, and behind that how it fails, if it does; empty if it takes too long to tell
     */
    record Made(String text, Optional<String> output) {}

    static Made make(long seed) {
        RandomProgram program = new RandomProgram(seed);
        StringBuilder text = new StringBuilder("Integer[] noNumbers() { Integer[] none; return none; }\n");
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            program.add(program.declare("g"), text, pieces);
            text.append(program.function());
        }
        for (int i = 0; i < 12; i++) {
            program.add(program.statement(0), text, pieces);
        }
        program.add(program.printAll(), text, pieces);
        State state = new State();
        boolean tooLong = false;
        try {
            pieces.forEach(piece -> piece.evaluate(state));
        } catch (Thrown thrown) {
            state.output.append(thrown.getMessage());
        } catch (TooLong e) {
            tooLong = true;
        }
        return new Made(text.toString(), tooLong ? Optional.empty() : Optional.of(state.output.toString()));
    }

    private void add(Code code, StringBuilder text, List<Piece> pieces) {
        text.append(code.text()).append('\n');
        pieces.add(code.piece());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String name(String prefix) {
        return prefix + names++;
    }

    private List<String> variables(Type type) {
        return visible.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .toList();
    }

    // ---------------------------------------------------------------- functions

    private String function() {
        Map<String, Type> around = new LinkedHashMap<>(visible);
        Type result = one(List.of(Type.INTEGER, Type.STRING, Type.BOOL));
        List<Type> types = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Type type = one(List.of(Type.values()));
            String parameter = name("p");
            types.add(type);
            parameters.add(parameter);
            written.add(type.word + " " + parameter);
            visible.put(parameter, type);
        }
        Function function = new Function("f" + names++, result, types, parameters, new AtomicReference<>());
        returns = result;
        Code body = block(1, 4);
        Code value = expression(result, 1);
        returns = null;
        visible.clear();
        visible.putAll(around);
        functions.add(function);
        function.body().set(state -> {
            body.piece().evaluate(state);
            throw new Returned(value.piece().evaluate(state));
        });
        return result.word + " " + function.name() + "(" + String.join(", ", written) + ") { " + body.text()
                + " return " + value.text() + "; }\n";
    }

    private Code call(Function function, int depth) {
        List<Code> arguments = new ArrayList<>();
        function.parameters().forEach(type -> arguments.add(expression(type, depth + 1)));
        String text = function.name() + "("
                + String.join(", ", arguments.stream().map(Code::text).toList()) + ")";
        return new Code(text, state -> {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                values.put(function.names().get(i), arguments.get(i).piece().evaluate(state));
            }
            return state.call(values, function.body().get(), null);
        });
    }

    // ---------------------------------------------------------------- statements

    private Code declare(String prefix) {
        Type type = one(List.of(Type.values()));
        boolean bare = type == Type.ARRAY || random.nextInt(4) == 0;
        Code value = bare ? null : expression(type, 1);
        String name = name(prefix);
        visible.put(name, type);
        String text = type.word + " " + name + (bare ? ";" : " = " + value.text() + ";");
        return new Code(text, state -> {
            Object initial = type == Type.ARRAY ? new ArrayList<>() : type == Type.BOOL ? (Object) false : null;
            state.set(name, bare ? initial : value.piece().evaluate(state));
            return null;
        });
    }

    private Code statement(int depth) {
        int kind = random.nextInt(depth < DEEPEST ? 12 : 7);
        return switch (kind) {
            case 0 -> declare(returns == null ? "x" : "l");
            case 1 -> print(depth);
            case 2, 3 -> assign(depth);
            case 4 -> push(depth);
            case 5 -> jump(depth);
            case 6 -> element(depth);
            case 7 -> choice(depth);
            case 8, 9 -> loop(depth);
            case 10 -> guarded(depth);
            default -> foreach(depth);
        };
    }

    private Code block(int depth, int most) {
        Map<String, Type> around = new LinkedHashMap<>(visible);
        List<Code> codes = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            codes.add(statement(depth + 1));
        }
        visible.clear();
        visible.putAll(around);
        return new Code(String.join(" ", codes.stream().map(Code::text).toList()), state -> {
            codes.forEach(code -> code.piece().evaluate(state));
            return null;
        });
    }

    private Code print(int depth) {
        Code value = expression(Type.STRING, depth);
        return new Code("print(" + value.text() + ");", state -> {
            state.output.append(Reference.text(value.piece().evaluate(state)));
            return null;
        });
    }

    private Code printAll() {
        List<String> texts = variables(Type.STRING);
        List<String> numbers = variables(Type.INTEGER);
        StringBuilder text = new StringBuilder();
        texts.forEach(name -> text.append("print(").append(name).append(" + \";\"); "));
        numbers.forEach(name -> text.append("print(").append(name).append(".toString() + \";\"); "));
        return new Code(text.toString(), state -> {
            texts.forEach(
                    name -> state.output.append(Reference.text(state.get(name))).append(';'));
            numbers.forEach(
                    name -> state.output.append(Reference.text(state.get(name))).append(';'));
            return null;
        });
    }

    private Code assign(int depth) {
        Type type = one(List.of(Type.INTEGER, Type.STRING, Type.BOOL));
        List<String> names = variables(type);
        if (names.isEmpty()) {
            return print(depth);
        }
        String name = one(names);
        if (type == Type.INTEGER && random.nextInt(3) == 0) {
            boolean up = random.nextBoolean();
            return new Code(name + (up ? "++;" : "--;"), state -> {
                state.set(name, Reference.calculate(up ? "+" : "-", state.get(name), 1));
                return null;
            });
        }
        Code value = expression(type, depth);
        if (type != Type.BOOL && random.nextInt(3) == 0) {
            return new Code(name + " += " + value.text() + ";", state -> {
                Object before = state.get(name);
                Object more = value.piece().evaluate(state);
                state.set(
                        name,
                        type == Type.STRING
                                ? Reference.text(before) + Reference.text(more)
                                : Reference.calculate("+", before, more));
                return null;
            });
        }
        return new Code(name + " = " + value.text() + ";", state -> {
            state.set(name, value.piece().evaluate(state));
            return null;
        });
    }

    @SuppressWarnings("unchecked") // Arrays of programs are lists.
    private static List<Object> array(State state, String name) {
        return (List<Object>) state.get(name);
    }

    private Code push(int depth) {
        List<String> names = variables(Type.ARRAY);
        if (names.isEmpty()) {
            return print(depth);
        }
        String name = one(names);
        Code value = expression(Type.INTEGER, depth);
        boolean back = random.nextBoolean();
        return new Code(name + (back ? ".pushBack(" : ".pushFront(") + value.text() + ");", state -> {
            List<Object> array = array(state, name);
            Object element = value.piece().evaluate(state);
            array.add(back ? array.size() : 0, element);
            return null;
        });
    }

    /** The value is evaluated before the index, except where the element is also read. */
    private Code element(int depth) {
        List<String> names = variables(Type.ARRAY);
        if (names.isEmpty()) {
            return print(depth);
        }
        String name = one(names);
        Code index = expression(Type.INTEGER, depth);
        Code value = expression(Type.INTEGER, depth);
        return new Code(name + "[" + index.text() + "] = " + value.text() + ";", state -> {
            Object element = value.piece().evaluate(state);
            List<Object> array = array(state, name);
            Object at = index.piece().evaluate(state);
            array.set(Reference.index(at, array), element);
            return null;
        });
    }

    private Code jump(int depth) {
        if (loops > 0 && random.nextBoolean()) {
            boolean leaves = random.nextBoolean();
            Code when = expression(Type.BOOL, depth);
            return new Code("if (" + when.text() + ") " + (leaves ? "break;" : "continue;"), state -> {
                if ((Boolean) when.piece().evaluate(state)) {
                    throw new Jump(leaves);
                }
                return null;
            });
        }
        if (returns != null && random.nextBoolean()) {
            Code when = expression(Type.BOOL, depth);
            Code value = expression(returns, depth);
            return new Code("if (" + when.text() + ") return " + value.text() + ";", state -> {
                if ((Boolean) when.piece().evaluate(state)) {
                    throw new Returned(value.piece().evaluate(state));
                }
                return null;
            });
        }
        return print(depth);
    }

    private Code choice(int depth) {
        Code when = expression(Type.BOOL, depth);
        Code then = block(depth, 2);
        Code otherwise = block(depth, 2);
        return new Code(
                "if (" + when.text() + ") { " + then.text() + " } else { " + otherwise.text() + " }",
                state -> ((Boolean) when.piece().evaluate(state) ? then : otherwise)
                        .piece()
                        .evaluate(state));
    }

    private Code loop(int depth) {
        String name = name(returns == null ? "x" : "l");
        int turns = random.nextInt(4);
        loops++;
        Code body = block(depth, 2);
        loops--;
        String text =
                "for (Integer " + name + " = 0; " + name + " < " + turns + "; " + name + "++) { " + body.text() + " }";
        return new Code(text, state -> {
            for (int i = 0; i < turns && turn(body, state); i++) {
                // All is in the condition.
            }
            return null;
        });
    }

    private static boolean turn(Code body, State state) {
        state.turn();
        try {
            body.piece().evaluate(state);
        } catch (Jump jump) {
            return !jump.leaves();
        }
        return true;
    }

    private Code foreach(int depth) {
        List<String> names = variables(Type.ARRAY);
        if (names.isEmpty()) {
            return loop(depth);
        }
        String array = one(names);
        String name = name(returns == null ? "x" : "l");
        Map<String, Type> around = new LinkedHashMap<>(visible);
        visible.remove(array);
        visible.put(name, Type.INTEGER);
        visible.entrySet().removeIf(entry -> entry.getValue() == Type.ARRAY);
        loops++;
        Code body = block(depth, 2);
        loops--;
        visible.clear();
        visible.putAll(around);
        return new Code("foreach (Integer " + name + " in " + array + ") { " + body.text() + " }", state -> {
            List<Object> values = array(state, array);
            for (int i = 0; i < values.size(); i++) {
                state.set(name, values.get(i));
                if (!turn(body, state)) {
                    break;
                }
            }
            return null;
        });
    }

    private Code guarded(int depth) {
        Code body = block(depth, 3);
        String thrown = random.nextBoolean() ? " throw \"t\";" : "";
        return new Code("try { " + body.text() + thrown + " } catch { print(error); }", state -> {
            try {
                body.piece().evaluate(state);
                if (!thrown.isEmpty()) {
                    throw new Thrown("GeneralException: t");
                }
            } catch (Thrown failed) {
                state.output.append(failed.getMessage());
            }
            return null;
        });
    }

    // ---------------------------------------------------------------- expressions

    private Code expression(Type type, int depth) {
        List<Function> callable =
                functions.stream().filter(function -> function.result() == type).toList();
        if (!callable.isEmpty() && depth < DEEPEST && random.nextInt(4) == 0) {
            return call(one(callable), depth);
        }
        boolean leaf = depth >= DEEPEST || random.nextInt(3) == 0;
        List<String> names = variables(type);
        if ((leaf || type == Type.ARRAY) && !names.isEmpty()) {
            String name = one(names);
            return new Code(name, state -> state.get(name));
        }
        return switch (type) {
            case INTEGER -> leaf ? number() : integer(depth + 1);
            case STRING -> leaf ? literal() : string(depth + 1);
            case BOOL -> leaf ? truth() : bool(depth + 1);
            case ARRAY -> new Code("noNumbers()", state -> new ArrayList<>());
        };
    }

    private Code number() {
        int number = random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(10) - 3;
        return new Code(number < 0 ? "(" + number + ")" : String.valueOf(number), state -> number);
    }

    private Code literal() {
        String text = one(List.of("", "a", "B", "xyz", "1 "));
        return new Code("\"" + text + "\"", state -> text);
    }

    private Code truth() {
        boolean truth = random.nextBoolean();
        return new Code(String.valueOf(truth), state -> truth);
    }

    private Code integer(int depth) {
        List<String> arrays = variables(Type.ARRAY);
        if (!arrays.isEmpty() && random.nextInt(4) == 0) {
            String name = one(arrays);
            if (random.nextBoolean()) {
                return new Code(name + ".length()", state -> array(state, name).size());
            }
            Code index = expression(Type.INTEGER, depth);
            return new Code(name + "[" + index.text() + "]", state -> {
                List<Object> array = array(state, name);
                Object at = index.piece().evaluate(state);
                return array.get(Reference.index(at, array));
            });
        }
        if (random.nextInt(6) == 0) {
            Code text = expression(Type.STRING, depth);
            return new Code(
                    "(" + text.text() + ").getLength()",
                    state -> Reference.text(text.piece().evaluate(state)).length());
        }
        String operator = one(List.of("+", "-", "*", "/", "%"));
        Code left = expression(Type.INTEGER, depth);
        Code right = expression(Type.INTEGER, depth);
        return new Code("(" + left.text() + " " + operator + " " + right.text() + ")", state -> {
            Object first = left.piece().evaluate(state);
            Object second = right.piece().evaluate(state);
            return Reference.calculate(operator, first, second);
        });
    }

    private Code string(int depth) {
        if (random.nextBoolean()) {
            Code number = expression(Type.INTEGER, depth);
            return new Code(
                    "(" + number.text() + ").toString()",
                    state -> Reference.text(number.piece().evaluate(state)));
        }
        Code left = expression(Type.STRING, depth);
        Code right = expression(Type.STRING, depth);
        return new Code("(" + left.text() + " + " + right.text() + ")", state -> {
            String first = Reference.text(left.piece().evaluate(state));
            return first + Reference.text(right.piece().evaluate(state));
        });
    }

    private Code bool(int depth) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            Code operand = expression(Type.BOOL, depth);
            return new Code("!(" + operand.text() + ")", state ->
                    !(Boolean) operand.piece().evaluate(state));
        }
        if (kind == 1) {
            boolean and = random.nextBoolean();
            Code left = expression(Type.BOOL, depth);
            Code right = expression(Type.BOOL, depth);
            return new Code("(" + left.text() + (and ? " && " : " || ") + right.text() + ")", state -> {
                boolean first = (Boolean) left.piece().evaluate(state);
                return first == and ? right.piece().evaluate(state) : (Object) first;
            });
        }
        String operator = one(List.of("==", "!=", "<", "<=", ">", ">="));
        Type type = kind == 2 ? Type.INTEGER : Type.STRING;
        Code left = expression(type, depth);
        Code right = expression(type, depth);
        return new Code("(" + left.text() + " " + operator + " " + right.text() + ")", state -> {
            Object first = left.piece().evaluate(state);
            Object second = right.piece().evaluate(state);
            int sign = type == Type.INTEGER
                    ? Reference.number(first).compareTo(Reference.number(second))
                    : Reference.text(first).compareTo(Reference.text(second));
            return Reference.compare(operator, sign);
        });
    }
}
