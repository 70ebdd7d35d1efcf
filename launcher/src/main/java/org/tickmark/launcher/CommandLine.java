package org.tickmark.launcher;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.launcher.Invocation.Action;

/** Reads the words of a command line; for one thread, once. */
final class CommandLine {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(CommandLine.class);

    /** {@code /A}, and {@code //A} and {@code -A} for shells that take {@code /A} for a path. */
    private static final Pattern SWITCH = Pattern.compile("(?:/{1,2}|-)([aAuUrR])");

    private static final List<String> HELP = List.of("--help", "-h", "/?", "//?", "-?");
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv");

    private final List<String> words;
    private final Map<GlobalOption, String> options = new EnumMap<>(GlobalOption.class);

    private CommandLine(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /**
     * Reads a command line.
     *
     * @throws UsageException if it is wrong
     */
    static Invocation parse(List<String> words) {
        return new CommandLine(words).parse();
    }

    private Invocation parse() {
        takeLeadingOptions();
        takeFoldersBehindTheCommand();
        Action action = action();
        return new Invocation(options, action);
    }

    private void takeLeadingOptions() {
        while (!words.isEmpty() && takeOption(0)) {
            // Each call takes one.
        }
    }

    /** Nobody should have to remember that {@code tickmark demo --data DIR} wants to be {@code tickmark --data DIR demo}. */
    private void takeFoldersBehindTheCommand() {
        if (words.isEmpty() || isSession(words.get(0))) {
            return;
        }
        int i = 1;
        while (i < words.size() && !words.get(i).equals("--")) {
            boolean folder = words.get(i).matches("--(data|config)(=.*)?");
            if (!folder || !takeOption(i)) {
                i++;
            }
        }
    }

    private static boolean isSession(String word) {
        return word.equals("-c") || word.equals("-f");
    }

    /** Takes the global option at an index; false if there is none. */
    private boolean takeOption(int index) {
        String word = words.get(index);
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        Optional<GlobalOption> named = GlobalOption.named(equals < 0 ? word : word.substring(0, equals));
        if (named.isEmpty()) {
            return false;
        }
        GlobalOption option = named.get();
        words.remove(index);
        if (!option.takesValue()) {
            if (equals >= 0) {
                throw usage("usage.value-unexpected", option.longName());
            }
            options.put(option, "");
        } else if (equals >= 0) {
            put(option, word.substring(equals + 1));
        } else if (index < words.size()) {
            put(option, words.remove(index));
        } else {
            throw usage("usage.value-missing", word);
        }
        return true;
    }

    private void put(GlobalOption option, String value) {
        if (value.isEmpty()) {
            throw usage("usage.value-missing", option.longName());
        }
        if (option == GlobalOption.LANG && !LANGUAGES.contains(value)) {
            throw usage("usage.lang", value, String.join(", ", LANGUAGES));
        }
        options.put(option, value);
    }

    private Action action() {
        if (words.isEmpty()) {
            return new Action.Server(true);
        }
        String first = words.get(0);
        List<String> rest = words.subList(1, words.size());
        Matcher matcher = SWITCH.matcher(first);
        if (matcher.matches()) {
            return batch(matcher.group(1), rest);
        }
        if (HELP.contains(first)) {
            return new Action.Help();
        }
        return switch (first) {
            case "--version" -> alone(first, rest, new Action.Version());
            case "server" -> server(rest);
            case "stop" -> alone(first, rest, new Action.Stop());
            case "status" -> alone(first, rest, new Action.Status());
            case "shell" -> alone(first, rest, new Action.Shell());
            case "-c" -> new Action.Line(only(first, rest));
            case "-f" -> new Action.Script(only(first, rest));
            default -> command(first);
        };
    }

    private Action command(String first) {
        if (first.startsWith("-")) {
            throw usage("usage.option-unknown", first);
        }
        if (first.equals("restore") && namesFile()) {
            return new Action.Restore(words, words.get(1));
        }
        return new Action.Run(words);
    }

    /** Whether a file follows the command: else it explains itself, or says what is missing, as every command does. */
    private boolean namesFile() {
        return words.size() > 1
                && !words.get(1).startsWith("-")
                && words.stream().noneMatch(HELP::contains);
    }

    private static Action batch(String letter, List<String> rest) {
        for (String word : rest) {
            if (SWITCH.matcher(word).matches()) {
                throw usage("usage.one-switch", "/" + letter.toUpperCase(Locale.ROOT), word);
            }
        }
        List<String> command = new ArrayList<>(List.of("batch", scope(letter)));
        command.addAll(rest);
        return new Action.Run(command);
    }

    private static String scope(String letter) {
        return switch (letter) {
            case "a", "A" -> "--all";
            case "u", "U" -> "--import";
            default -> "--reconcile";
        };
    }

    private static Action server(List<String> rest) {
        if (rest.equals(List.of("--no-shell"))) {
            return new Action.Server(false);
        }
        return alone("server", rest, new Action.Server(true));
    }

    private static Action alone(String word, List<String> rest, Action action) {
        if (!rest.isEmpty()) {
            if (HELP.contains(rest.get(0))) {
                return new Action.Help();
            }
            throw usage("usage.nothing-more", word, rest.get(0));
        }
        return action;
    }

    private static String only(String word, List<String> rest) {
        if (rest.size() != 1) {
            throw usage("usage.one-word", word);
        }
        return rest.get(0);
    }

    private static UsageException usage(String id, Object... arguments) {
        return new UsageException(MESSAGES.message(id, arguments));
    }
}
