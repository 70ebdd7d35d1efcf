package org.tickmark.console.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tickmark.api.Caller;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.console.engine.CommandRegistry.Registered;

/**
 * Completes the last word of a command line: scopes, verbs, options, choices, keys of records, paths. Safe for use from
 * many threads.
 */
final class Completer {
    /** More paths than a person would look through. */
    private static final int MOST_PATHS = 500;

    private final CommandRegistry registry;
    private final RecordKeys keys;

    Completer(CommandRegistry registry, RecordKeys keys) {
        this.registry = registry;
        this.keys = keys;
    }

    /**
     * What the last word may become, in alphabetical order.
     *
     * @param before the words before it
     * @param last the beginning of the last word; may be empty
     */
    List<String> complete(List<String> before, String last, Caller caller, Path directory) {
        Position position = new Position(before);
        SortedSet<String> candidates = new TreeSet<>();
        if (position.awaiting.isPresent()) {
            candidates.addAll(values(position.awaiting.get(), last, caller, directory));
        } else if (last.startsWith("--") && last.contains("=")) {
            candidates.addAll(attached(position, last, caller, directory));
        } else if (last.startsWith("-") && !position.optionsEnded) {
            candidates.addAll(beginning(position.optionNames(), last));
        } else {
            candidates.addAll(words(position, last, caller, directory));
        }
        return List.copyOf(candidates);
    }

    private Collection<String> words(Position position, String last, Caller caller, Path directory) {
        if (position.scope == null) {
            List<String> scopes = new ArrayList<>(registry.scopes());
            scopes.add(CommandLineParser.HELP);
            return beginning(scopes, last);
        }
        if (position.scope.equals(CommandLineParser.HELP)) {
            return switch (position.positional.size()) {
                case 0 -> beginning(registry.scopes(), last);
                case 1 -> beginning(registry.verbs(position.positional.get(0)).keySet(), last);
                default -> List.of();
            };
        }
        if (position.registered == null) {
            return beginning(registry.verbs(position.scope).keySet(), last).stream()
                    .filter(verb -> !verb.isEmpty())
                    .toList();
        }
        return position.argument()
                .map(argument -> values(argument.kind(), last, caller, directory))
                .orElse(List.of());
    }

    private Collection<String> attached(Position position, String last, Caller caller, Path directory) {
        int equals = last.indexOf('=');
        String option = last.substring(0, equals + 1);
        return position.kind(last.substring(2, equals)).stream()
                .flatMap(kind -> values(kind, last.substring(equals + 1), caller, directory).stream())
                .map(value -> option + value)
                .toList();
    }

    private Collection<String> values(ValueKind kind, String prefix, Caller caller, Path directory) {
        return switch (kind.type()) {
            case CHOICE -> beginning(kind.words(), prefix);
            case RECORD -> keys.beginning(kind.words().get(0), prefix, caller);
            case PATH -> paths(prefix, directory);
            case TEXT, INTEGER, DATE, DURATION, FLAG -> List.of();
        };
    }

    private static Collection<String> beginning(Collection<String> words, String prefix) {
        return words.stream().filter(word -> word.startsWith(prefix)).toList();
    }

    /** Paths that begin so, folders with a slash behind; hidden ones only when asked for. */
    private static Collection<String> paths(String prefix, Path directory) {
        int slash = prefix.lastIndexOf('/');
        String folder = prefix.substring(0, slash + 1);
        String name = prefix.substring(slash + 1);
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve(folder))) {
            for (Path entry : entries) {
                String entryName = entry.getFileName().toString();
                if (entryName.startsWith(name) && (entryName.charAt(0) != '.' || name.startsWith("."))) {
                    found.add(folder + entryName + (Files.isDirectory(entry) ? "/" : ""));
                }
                if (found.size() == MOST_PATHS) {
                    break;
                }
            }
        } catch (IOException | InvalidPathException e) {
            // No such folder, or none that may be read: nothing to offer.
            return found;
        }
        return found;
    }

    /** Where in a command line the last word stands. */
    private final class Position {
        private String scope;
        private Registered registered;
        private boolean optionsEnded;
        private Optional<ValueKind> awaiting = Optional.empty();
        private final List<String> positional = new ArrayList<>();

        Position(List<String> before) {
            before.forEach(this::take);
        }

        private void take(String word) {
            if (awaiting.isPresent()) {
                awaiting = Optional.empty();
            } else if (!optionsEnded && word.equals("--")) {
                optionsEnded = true;
            } else if (!optionsEnded && word.startsWith("-") && word.length() > 1) {
                awaiting = awaited(word);
            } else {
                takeWord(word);
            }
        }

        private void takeWord(String word) {
            if (scope == null) {
                scope = word;
                registered = verbs().containsKey("") && verbs().size() == 1 ? verbs().get("") : null;
            } else if (scope.equals(CommandLineParser.HELP) || registered != null) {
                positional.add(word);
            } else {
                registered = verb(word);
            }
        }

        private Registered verb(String word) {
            List<Registered> meant = verbs().values().stream()
                    .filter(command -> command.spec().verb().startsWith(word))
                    .toList();
            return verbs().getOrDefault(word, meant.size() == 1 ? meant.get(0) : verbs().get(""));
        }

        private Map<String, Registered> verbs() {
            return scope == null ? Collections.emptyMap() : registry.verbs(scope);
        }

        private Optional<ValueKind> awaited(String option) {
            String name = option.startsWith("--")
                    ? option.substring(2)
                    : CommandLineParser.LETTERS.getOrDefault(option.charAt(1), "");
            boolean attached = option.contains("=") || (!option.startsWith("--") && option.length() > 2);
            return kind(name).filter(kind -> !attached && kind.type() != ValueKind.Type.FLAG);
        }

        private Optional<ValueKind> kind(String option) {
            return HostOption.named(option).map(HostOption::kind).or(() -> spec().flatMap(spec -> spec.option(option))
                    .map(Option::kind));
        }

        private Optional<CommandSpec> spec() {
            return Optional.ofNullable(registered).map(Registered::spec);
        }

        private List<String> optionNames() {
            List<String> names = new ArrayList<>();
            spec().ifPresent(spec -> spec.options().forEach(option -> names.add("--" + option.name())));
            for (HostOption option : HostOption.values()) {
                names.add("--" + option.optionName());
            }
            return names;
        }

        /** The argument that the next word is for; the last one takes what is left when it takes several. */
        private Optional<Argument> argument() {
            List<Argument> arguments = spec().map(CommandSpec::arguments).orElse(List.of());
            if (positional.size() < arguments.size()) {
                return Optional.of(arguments.get(positional.size()));
            }
            return arguments.stream()
                    .skip(Math.max(0, arguments.size() - 1))
                    .filter(last -> last.cardinality() == Argument.Cardinality.SOME
                            || last.cardinality() == Argument.Cardinality.ANY)
                    .findFirst();
        }
    }
}
