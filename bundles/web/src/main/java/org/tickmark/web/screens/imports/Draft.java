package org.tickmark.web.screens.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;

/**
 * What has been answered so far about a definition that is set up or changed, as the words of the command that saves it. Each step keeps it in its form.
 *
 * @param changed the name of the definition that is changed; empty for a new one
 * @param answers by name of argument or option; nothing empty
 */
record Draft(Optional<String> changed, Map<String, String> answers) {
    /** The parameter that says which definition is changed. */
    static final String CHANGE = "change";

    /** A file of the folder to look at. */
    static final String SAMPLE = "sample";

    static final String NAME = "NAME";
    static final String UNIT = "UNIT";
    static final String SOURCE = "SOURCE";
    static final String ARCHIVE = "ARCHIVE";
    private static final List<String> ARGUMENTS = List.of(NAME, UNIT, SOURCE, ARCHIVE);
    private static final List<String> OPTIONS =
            List.of("format", "option", "account", "pattern", "whole", "background", "label", "strictness");

    /** What the call says, and where it says nothing what the definition is like. */
    static Draft of(ViewCall call) {
        Optional<String> changed = call.parameter(CHANGE).filter(name -> !name.isEmpty());
        Facts standing = changed.map(name -> Facts.of(call.ask("import", "show", "--", name)))
                .orElse(new Facts(Map.of()));
        Map<String, String> answers = new LinkedHashMap<>();
        for (String name : names()) {
            String answer = call.parameter(parameter(name)).orElseGet(() -> standing(standing, name));
            if (!answer.isEmpty()) {
                answers.put(name, answer);
            }
        }
        call.parameter(SAMPLE).filter(file -> !file.isEmpty()).ifPresent(file -> answers.put(SAMPLE, file));
        return new Draft(changed, answers);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(ARGUMENTS);
        names.addAll(OPTIONS);
        return names;
    }

    private static String standing(Facts standing, String name) {
        return switch (name) {
            case "account" -> String.join("\n", standing.texts("accounts"));
            case "label" -> String.join("\n", standing.texts("labels"));
            case "option" ->
                String.join(
                        "\n",
                        standing.map("options").entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .toList());
            case "background" -> standing.text(name).isEmpty() ? "" : standing.is(name) ? "yes" : "no";
            default -> standing.text(name.toLowerCase(Locale.ROOT));
        };
    }

    /** The name of the field, and of the parameter, that gives an answer. */
    static String parameter(String name) {
        if (name.equals(SAMPLE)) {
            return SAMPLE;
        }
        return (ARGUMENTS.contains(name) ? ViewCall.ARGUMENT : ViewCall.OPTION) + name;
    }

    String answer(String name) {
        return answers.getOrDefault(name, "");
    }

    /** An answer, or what it is proposed to be. */
    String answer(String name, String proposed) {
        return answers.getOrDefault(name, proposed);
    }

    boolean has(String name) {
        return answers.containsKey(name);
    }

    /** The parameters of an address that keeps it all. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        changed.ifPresent(name -> parameters.put(CHANGE, name));
        answers.forEach((name, answer) -> parameters.put(parameter(name), answer));
        return parameters;
    }

    String command() {
        return changed.isPresent() ? "import edit" : "import add";
    }

    /** What the command that saves it is given. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        answers.forEach((name, answer) -> {
            if (!name.equals(SAMPLE)) {
                given.put(isOption(name) ? name.toLowerCase(Locale.ROOT) : name, answer);
            }
        });
        return given;
    }

    /** A change names its definition alone by position. */
    private boolean isOption(String name) {
        return OPTIONS.contains(name) || (changed.isPresent() && !name.equals(NAME));
    }

    /** The words of the command that tells what would come of it. */
    String[] trial(int files) {
        List<String> words = new ArrayList<>(List.of(command().split(" ")));
        words.addAll(List.of("--dry-run", "--try=" + files));
        List<String> positional = new ArrayList<>();
        given().forEach((name, answer) -> {
            if (ARGUMENTS.contains(name)) {
                positional.add(answer);
            } else {
                lines(name, answer).forEach(line -> words.add("--" + name + "=" + line));
            }
        });
        words.add("--");
        words.addAll(positional);
        return words.toArray(String[]::new);
    }

    private static List<String> lines(String name, String answer) {
        return List.of("account", "label", "option").contains(name)
                ? answer.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of(answer);
    }

    List<String> lines(String name) {
        return lines(name, answer(name));
    }

    /** A name after the folder that the files come from. */
    String proposedName() {
        return FileRows.name(answer(SOURCE))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Files that end as the one that was looked at. */
    String proposedPattern() {
        String file = FileRows.name(answer(SAMPLE));
        int dot = file.lastIndexOf('.');
        return dot > 0 ? "*" + file.substring(dot) : "*";
    }
}
