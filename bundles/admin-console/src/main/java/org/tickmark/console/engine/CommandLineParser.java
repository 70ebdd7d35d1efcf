package org.tickmark.console.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.message.Message;
import org.tickmark.console.engine.CommandRegistry.Registered;
import org.tickmark.console.engine.Request.Format;
import org.tickmark.console.engine.Request.HostChoice;
import org.tickmark.kit.text.Distance;

/**
 * Reads the words of a command line: scope, verb, then arguments and options in any order, {@code --name value} or
 * {@code --name=value}; after {@code --} everything is an argument. A verb may be given by a beginning that no other verb
 * has. Safe for use from many threads.
 */
final class CommandLineParser {
    static final String HELP = "help";

    /** One letter that stands for an option, of the host or of the command. */
    static final Map<Character, String> LETTERS = Map.of(
            'o',
            "output",
            'O',
            "out",
            'h',
            "help",
            'y',
            "yes",
            'n',
            "number",
            'p',
            "parameter",
            's',
            "state",
            't',
            "task",
            'f',
            "follow");

    private static final String GIVEN = "true";

    private final CommandRegistry registry;
    private final RecordKeys keys;
    private final Providers providers;

    CommandLineParser(CommandRegistry registry, RecordKeys keys, Providers providers) {
        this.registry = registry;
        this.keys = keys;
        this.providers = providers;
    }

    /**
     * Reads the words.
     *
     * @throws org.tickmark.api.TickmarkException with a code {@code usage.*} if they are wrong, and with
     *     {@code command.unavailable} if the provider of the command is away
     */
    Request parse(List<String> words, Caller caller) {
        return new Reading(words, caller).request();
    }

    /** Reads {@code --lang}, which must be known before anything can be said about the other words. */
    static Optional<Locale> language(List<String> words) {
        int end = words.indexOf("--");
        List<String> options = end < 0 ? words : words.subList(0, end);
        for (int i = 0; i < options.size(); i++) {
            String word = options.get(i);
            String language = null;
            if (word.startsWith("--lang=")) {
                language = word.substring("--lang=".length());
            } else if (word.equals("--lang") && i + 1 < options.size()) {
                language = options.get(i + 1);
            }
            if (language != null && HostOption.LANG.kind().words().contains(language)) {
                return Optional.of(Locale.forLanguageTag(language));
            }
        }
        return Optional.empty();
    }

    /** The one reading of one command line. */
    private final class Reading {
        private final Iterator<String> words;
        private final Caller caller;
        private final Map<HostOption, String> host = new EnumMap<>(HostOption.class);
        private final Map<String, List<String>> options = new HashMap<>();
        private final List<String> positional = new ArrayList<>();
        private String scope;
        private Registered registered;

        Reading(List<String> words, Caller caller) {
            this.words = words.iterator();
            this.caller = caller;
        }

        Request request() {
            boolean optionsEnded = false;
            while (words.hasNext()) {
                String word = words.next();
                if (optionsEnded || !looksLikeOption(word)) {
                    takeWord(word);
                } else if (word.equals("--")) {
                    optionsEnded = true;
                } else if (word.startsWith("--")) {
                    takeLong(word);
                } else {
                    takeLetter(word);
                }
            }
            if (scope == null || scope.equals(HELP)) {
                return helpAsked();
            }
            if (registered == null) {
                registered = registry.verbs(scope).get("");
            }
            if (host.containsKey(HostOption.HELP)) {
                return new Request.Help(
                        Optional.of(scope),
                        Optional.ofNullable(registered)
                                .map(command -> command.spec().verb()),
                        hostChoice());
            }
            if (registered == null) {
                throw usage("verb-missing", scope)
                        .expected(String.join(", ", registry.verbs(scope).keySet()))
                        .advice(Texts.text("usage.see-help", scope))
                        .exception();
            }
            return new Request.Run(registered, arguments(), options, hostChoice());
        }

        private static boolean looksLikeOption(String word) {
            return word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
        }

        private void takeWord(String word) {
            if (scope == null) {
                scope = scope(word);
            } else if (scope.equals(HELP)) {
                positional.add(word);
            } else if (registered == null) {
                takeVerb(word);
            } else {
                positional.add(word);
            }
        }

        private void takeVerb(String word) {
            Map<String, Registered> verbs = registry.verbs(scope);
            Registered alone = verbs.get("");
            if (alone != null && !verbs.containsKey(word)) {
                registered = alone;
                positional.add(word);
            } else {
                String verb = verb(scope, word);
                // Looked up anew: it may have come only while it was waited for.
                registered = registry.verbs(scope).get(verb);
            }
        }

        private void takeLong(String word) {
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            take("--" + name, name, equals < 0 ? null : word.substring(equals + 1));
        }

        private void takeLetter(String word) {
            String name = LETTERS.get(word.charAt(1));
            if (name == null) {
                throw unknownOption(word);
            }
            String rest = word.substring(2);
            take(word.substring(0, 2), name, rest.isEmpty() ? null : rest);
        }

        /** Takes an option; {@code attached} is null when no value came in the same word. */
        private void take(String asGiven, String name, String attached) {
            Optional<HostOption> ofHost = HostOption.named(name);
            if (ofHost.isPresent()) {
                host.put(ofHost.get(), value(asGiven, ofHost.get().kind(), attached));
                return;
            }
            if (registered == null && scope != null) {
                // An option of a command that is its scope alone; else there is no such command, and no such option.
                registered = registry.verbs(scope).get("");
            }
            Option option = Optional.ofNullable(registered)
                    .flatMap(command -> command.spec().option(name))
                    .orElseThrow(() -> unknownOption(asGiven));
            List<String> values = options.computeIfAbsent(name, key -> new ArrayList<>());
            if (!values.isEmpty() && !option.repeatable() && option.kind().type() != ValueKind.Type.FLAG) {
                throw usage("twice", asGiven).exception();
            }
            values.add(value(asGiven, option.kind(), attached));
        }

        private String value(String asGiven, ValueKind kind, String attached) {
            if (kind.type() == ValueKind.Type.FLAG) {
                if (attached != null) {
                    throw usage("flag-value", asGiven).found(attached).exception();
                }
                return GIVEN;
            }
            if (attached == null && !words.hasNext()) {
                throw usage("value-missing", asGiven)
                        .expected(Values.expected(kind, caller.locale()))
                        .exception();
            }
            return Values.read(asGiven, kind, attached == null ? words.next() : attached, keys, caller);
        }

        private Map<String, List<String>> arguments() {
            CommandSpec spec = registered.spec();
            Map<String, List<String>> values = new HashMap<>();
            Iterator<String> given = positional.iterator();
            for (Argument argument : spec.arguments()) {
                values.put(argument.name(), argumentValues(argument, given));
            }
            if (given.hasNext()) {
                throw usage("argument-unexpected", given.next(), spec.name())
                        .advice(Texts.text("usage.see-help", spec.name()))
                        .exception();
            }
            return values;
        }

        private List<String> argumentValues(Argument argument, Iterator<String> given) {
            Cardinality cardinality = argument.cardinality();
            boolean several = cardinality == Cardinality.SOME || cardinality == Cardinality.ANY;
            List<String> values = new ArrayList<>();
            while (given.hasNext() && (several || values.isEmpty())) {
                values.add(Values.read(argument.name(), argument.kind(), given.next(), keys, caller));
            }
            if (values.isEmpty() && (cardinality == Cardinality.ONE || cardinality == Cardinality.SOME)) {
                throw usage(
                                "argument-missing",
                                argument.name(),
                                registered.spec().name())
                        .advice(Texts.text("usage.see-help", registered.spec().name()))
                        .exception();
            }
            return Collections.unmodifiableList(values);
        }

        private Request helpAsked() {
            if (positional.size() > 2) {
                throw usage("argument-unexpected", positional.get(2), HELP).exception();
            }
            Optional<String> helpScope = positional.stream().findFirst().map(this::scope);
            Optional<String> helpVerb =
                    positional.stream().skip(1).findFirst().map(word -> verb(helpScope.get(), word));
            return new Request.Help(helpScope.filter(word -> !word.equals(HELP)), helpVerb, hostChoice());
        }

        private HostChoice hostChoice() {
            String format = host.getOrDefault(HostOption.OUTPUT, "table");
            return new HostChoice(
                    Format.valueOf(format.toUpperCase(Locale.ROOT)),
                    !host.containsKey(HostOption.NO_HEADERS),
                    !host.containsKey(HostOption.NO_COLOR),
                    host.containsKey(HostOption.YES));
        }

        private String scope(String word) {
            if (word.equals(HELP) || !registry.verbs(word).isEmpty()) {
                return word;
            }
            Optional<String> provider = providers.of(word);
            if (provider.isEmpty()) {
                throw didYouMean(usage("scope-unknown", word), word, registry.scopes())
                        .exception();
            }
            registry.await(word, "", providers.patience());
            if (registry.verbs(word).isEmpty()) {
                throw unavailable(word, provider.get());
            }
            return word;
        }

        /** The verb that a word means: itself, or the one verb that begins so. */
        private String verb(String ofScope, String word) {
            List<String> beginning = verbsBeginning(ofScope, word);
            if (beginning.contains(word)) {
                return word;
            }
            if (beginning.size() > 1) {
                throw usage("verb-ambiguous", word)
                        .expected(String.join(", ", beginning))
                        .exception();
            }
            if (beginning.isEmpty()) {
                Collection<String> verbs = registry.verbs(ofScope).keySet();
                throw didYouMean(usage("verb-unknown", ofScope, word), word, verbs)
                        .expected(String.join(", ", verbs))
                        .exception();
            }
            return beginning.get(0);
        }

        /** The verbs that begin so, of which there may be none only after those have been waited for that are away. */
        private List<String> verbsBeginning(String ofScope, String word) {
            List<String> beginning = registry.beginning(ofScope, word);
            if (!beginning.isEmpty()) {
                return beginning;
            }
            Optional<String> provider = providers.of(ofScope, word);
            if (provider.isEmpty()) {
                registry.settle();
                return registry.beginning(ofScope, word);
            }
            registry.await(ofScope, word, providers.patience());
            beginning = registry.beginning(ofScope, word);
            if (beginning.isEmpty()) {
                throw unavailable(ofScope + " " + word, provider.get());
            }
            return beginning;
        }

        private RuntimeException unavailable(String command, String provider) {
            return Problem.error("command.unavailable", Texts.text("command.unavailable", command, provider))
                    .advice(Texts.text("command.unavailable.advice"))
                    .exception();
        }

        private RuntimeException unknownOption(String asGiven) {
            List<String> known = new ArrayList<>();
            for (HostOption option : HostOption.values()) {
                known.add("--" + option.optionName());
            }
            if (registered == null) {
                return didYouMean(usage("option-before-command", asGiven), asGiven, known)
                        .exception();
            }
            registered.spec().options().forEach(option -> known.add("--" + option.name()));
            return didYouMean(usage("option-unknown", registered.spec().name(), asGiven), asGiven, known)
                    .exception();
        }

        private Problem.Builder didYouMean(Problem.Builder problem, String word, Collection<String> known) {
            return Distance.nearest(word, known)
                    .map(nearest -> problem.advice(Texts.text("usage.did-you-mean", nearest)))
                    .orElseGet(() -> problem.advice(seeHelp()));
        }

        private Message seeHelp() {
            if (registered != null) {
                return Texts.text("usage.see-help", registered.spec().name());
            }
            return scope == null ? Texts.text("usage.see-overview") : Texts.text("usage.see-help", scope);
        }

        private Problem.Builder usage(String code, Object... arguments) {
            return Texts.usage(code, arguments);
        }
    }
}
