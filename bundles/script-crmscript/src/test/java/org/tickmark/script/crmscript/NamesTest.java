package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.compile.LeftOut;
import org.tickmark.script.crmscript.library.ArrayLibrary;
import org.tickmark.script.crmscript.library.GrantedFunctions;
import org.tickmark.script.crmscript.library.Library;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Type;

/**
 * Every name of the dialect, {@code names.txt}: those of the library by their type, and behind a dash those that are left out. The library has just the
 * former, each shown by a program of the conformance suite; the compiler refuses each of the latter and says what to use instead.
 */
final class NamesTest {
    private static final String FUNCTIONS = "functions";
    private static final String ARRAYS = "arrays";
    private static final String STRUCTS = "structs";

    @Test
    void theLibraryHasJustTheNamesOfTheList() throws IOException {
        assertThat(supported()).isEqualTo(library());
    }

    @Test
    void eachNameOfTheLibraryIsShownByAProgram() throws IOException {
        List<String> programs = ConformanceTest.texts();
        List<String> missing = new ArrayList<>();
        supported().forEach((type, names) -> names.stream()
                .filter(name -> programs.stream().noneMatch(program -> shows(program, type, name)))
                .forEach(name -> missing.add(type + "." + name)));
        assertThat(missing).isEmpty();
    }

    /** Whether a program calls it; a method, where a value of its type is spoken of. */
    private static boolean shows(String program, String type, String name) {
        boolean isFunction = type.equals(FUNCTIONS);
        Pattern call = Pattern.compile((isFunction ? "(?<![.\\w])" : "\\.\\s*") + name + "\\s*\\(");
        return call.matcher(program).find() && (isFunction || program.matches("(?s).*" + trace(type) + ".*"));
    }

    private static String trace(String type) {
        return switch (type) {
            case ARRAYS -> "\\w\\[";
            case STRUCTS -> "(?i:struct) ";
            case "String" -> "(String |\"|')";
            case "Integer" -> "(Integer |\\d)";
            case "Bool" -> "(Bool |true|false|is\\w+\\(|eof)";
            case "EventData", "User" -> "(" + type + "|get" + (type.equals("User") ? "ActiveUser" : type) + ")";
            default -> "\\b" + type + "\\b";
        };
    }

    @Test
    void eachNameThatIsLeftOutIsRefusedWithWhatToUseInstead() throws IOException {
        List<String> leftOut = lines().filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2, line.indexOf(':')))
                .toList();

        assertThat(leftOut).containsExactlyInAnyOrderElementsOf(LeftOut.names());
        leftOut.forEach(name -> assertRefused(name, use(name)));
        assertRefused("NSAppointmentAgent", "NSAppointmentAgent v;");
        assertRefused("HTTP", "print(HTTP(\"x\"));");
    }

    private static String use(String name) {
        if (name.contains(".")) {
            return name.replaceFirst("\\.", " v; v.") + "();";
        }
        return name + (Character.isUpperCase(name.charAt(0)) ? " v;" : "();");
    }

    private static void assertRefused(String name, String text) {
        Compilation compilation = Scripts.LANGUAGE.compile(new ScriptSource("test", text), new Scripts.Host(Map.of()));
        ScriptProblem problem = compilation.problems().get(0);
        assertThat(problem.problem().code()).as(text).isEqualTo("script.name.left-out");
        assertThat(problem.problem().text(Locale.ENGLISH)).contains(name);
        assertThat(problem.problem().advice()).isPresent();
    }

    // ---------------------------------------------------------------- the list and the library

    private static Stream<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(NamesTest.class.getResourceAsStream("/names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank());
        }
    }

    private static Map<String, Set<String>> supported() throws IOException {
        Map<String, Set<String>> supported = new TreeMap<>();
        lines().filter(line -> !line.startsWith("- ")).forEach(line -> {
            int at = line.indexOf(':');
            supported
                    .computeIfAbsent(line.substring(0, at), type -> new TreeSet<>())
                    .addAll(Arrays.asList(line.substring(at + 1).strip().split(" ")));
        });
        return supported;
    }

    private static Map<String, Set<String>> library() {
        Library library = Library.common();
        Map<String, Set<String>> names = new TreeMap<>();
        names.put(FUNCTIONS, new TreeSet<>(library.functionNames()));
        names.get(FUNCTIONS).add("sleep");
        names.get(FUNCTIONS).addAll(GrantedFunctions.names());
        names.put(ARRAYS, new TreeSet<>(ArrayLibrary.names()));
        names.put(STRUCTS, new TreeSet<>(library.structMethodNames()));
        for (String word : library.typeNames()) {
            Type type = library.type(word).orElseThrow();
            if (type != Simple.VOID) {
                names.put(word, new TreeSet<>(library.methodNames(type)));
            }
        }
        return names;
    }
}
