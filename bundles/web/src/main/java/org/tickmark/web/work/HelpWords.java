package org.tickmark.web.work;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.http.Parameters;

/**
 * What commands say, for a browser: another command is a link to its form, with the number that stands behind it; an option is called as its field is, and a
 * word that is usual as it is in its list.
 */
final class HelpWords {
    private static final Pattern USUAL = Pattern.compile("(?<=\\(\\p{L}{1,20} )[a-z][a-z-]*(?=[):;,])");

    /** What nothing matches. */
    private static final String NONE = "(?!)";

    private final Map<String, CommandSpec> commands;
    private final Map<String, String> options;
    private final Pattern named;

    /** Those of a text that is about no form. */
    HelpWords(List<CommandSpec> commands) {
        this(commands, List.of(), name -> name);
    }

    /**
     * Those on a form.
     *
     * @param commands those that may be given
     * @param options that have a field there
     * @param called what people call an option, by its name
     */
    HelpWords(List<CommandSpec> commands, List<Option> options, UnaryOperator<String> called) {
        this.commands = commands.stream()
                .filter(command -> !command.verb().isEmpty())
                .collect(Collectors.toMap(CommandSpec::name, Function.identity(), (one, other) -> one));
        this.options =
                options.stream().map(Option::name).distinct().collect(Collectors.toMap(Function.identity(), called));
        String names = this.commands.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|"));
        this.named = Pattern.compile("--(?<option>[a-z][a-z-]*)|\\b(?<command>" + (names.isEmpty() ? NONE : names)
                + ")(?: (?<number>\\d+))?\\b(?![-=])");
    }

    /** What is said of a choice: the word that is usual as its list has it. */
    static String ofChoice(String text, List<String> words, UnaryOperator<String> word) {
        return USUAL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        words.contains(found.group()) ? word.apply(found.group()) : found.group()));
    }

    /** Writes a text. */
    void write(Html html, String text) {
        Matcher matcher = named.matcher(text);
        int from = 0;
        while (matcher.find()) {
            html.text(text.substring(from, matcher.start()));
            if (matcher.group("command") != null) {
                html.element("a", matcher.group(), "href", address(matcher));
            } else {
                String label = options.get(matcher.group("option"));
                html.text(label == null ? matcher.group() : "“" + label + "”");
            }
            from = matcher.end();
        }
        html.text(text.substring(from));
    }

    private String address(Matcher matcher) {
        CommandSpec spec = commands.get(matcher.group("command"));
        String number = matcher.group("number");
        boolean isGiven = number != null && !spec.arguments().isEmpty();
        Parameters given = isGiven
                ? Parameters.NONE.with(
                        CommandWords.ARGUMENT + spec.arguments().get(0).name(), number)
                : Parameters.NONE;
        return given.on(CommandForms.address(spec));
    }
}
