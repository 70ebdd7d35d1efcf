package org.tickmark.console.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;
import org.tickmark.console.engine.CommandRegistry.Registered;

/** Writes help: an overview, a scope, or a command with everything it takes. For one language and width. */
final class Help {
    private static final String PROGRAM = "tickmark";
    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int WIDEST_TERM = 32;

    private final CommandRegistry registry;
    private final Locale locale;
    private final int width;
    private final StringBuilder page = new StringBuilder();

    private Help(CommandRegistry registry, Locale locale, Optional<Integer> width) {
        this.registry = registry;
        this.locale = locale;
        this.width = Math.max(LEAST_WIDTH, Math.min(width.orElse(USUAL_WIDTH), USUAL_WIDTH));
    }

    /** The page that a request for help asks for. */
    static String page(CommandRegistry registry, Request.Help request, Locale locale, Optional<Integer> width) {
        Help help = new Help(registry, locale, width);
        Optional<CommandSpec> command = request.scope()
                .flatMap(scope -> request.verb().flatMap(verb -> registry.find(scope, verb)))
                .map(Registered::spec);
        if (command.isPresent()) {
            help.command(command.get());
        } else if (request.scope().isPresent()) {
            help.scope(request.scope().get());
        } else {
            help.overview();
        }
        return help.page.toString();
    }

    private void overview() {
        paragraph(text("help.about"));
        heading("help.usage");
        line("  " + PROGRAM + " " + text("help.usage.overview"));
        heading("help.commands");
        terms(registry.scopes().stream().map(this::scopeTerm).toList());
        paragraph(text("help.more"));
    }

    private Term scopeTerm(String scope) {
        Map<String, Registered> verbs = registry.verbs(scope);
        Registered alone = verbs.get("");
        String meaning = alone == null
                ? String.join(", ", verbs.keySet())
                : alone.spec().summary().text(locale);
        return new Term(scope, meaning);
    }

    private void scope(String scope) {
        Registered alone = registry.verbs(scope).get("");
        if (alone != null && registry.verbs(scope).size() == 1) {
            command(alone.spec());
            return;
        }
        heading("help.usage");
        line("  " + PROGRAM + " " + scope + " " + text("help.usage.scope"));
        heading("help.commands");
        terms(registry.verbs(scope).values().stream()
                .map(registered -> new Term(
                        usage(registered.spec()), registered.spec().summary().text(locale)))
                .toList());
        paragraph(text("help.more.scope", scope));
    }

    private void command(CommandSpec spec) {
        paragraph(spec.summary().text(locale));
        heading("help.usage");
        line("  " + PROGRAM + " " + usage(spec) + (spec.options().isEmpty() ? "" : " " + text("help.usage.options")));
        section(
                "help.arguments",
                spec.arguments(),
                argument -> new Term(argument.name(), argument.help().text(locale) + choices(argument.kind())));
        section("help.options", spec.options(), this::optionTerm);
        section(
                "help.host-options",
                Arrays.asList(HostOption.values()),
                option -> new Term(
                        letter(option.optionName()) + "--" + option.optionName() + placeholder(option.kind()),
                        option.help().text(locale)));
        section("help.columns", spec.columns(), column -> new Term(column.name(), Headings.of(column.name(), locale)));
        section(
                "help.examples",
                spec.examples(),
                example -> new Term(
                        PROGRAM + " " + example.line(), example.meaning().text(locale)));
        section(
                "help.exit-codes",
                exitCodes(),
                code -> new Term(
                        String.valueOf(code.code()),
                        text("exit." + code.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    private static List<ExitCode> exitCodes() {
        return Arrays.stream(ExitCode.values())
                .sorted(Comparator.comparingInt(ExitCode::code))
                .toList();
    }

    private Term optionTerm(Option option) {
        String meaning = option.help().text(locale);
        return new Term(
                letter(option.name()) + "--" + option.name() + placeholder(option.kind()),
                option.repeatable() ? meaning + " " + text("help.repeatable") : meaning);
    }

    private static String letter(String option) {
        return CommandLineParser.LETTERS.entrySet().stream()
                .filter(letter -> letter.getValue().equals(option))
                .map(letter -> "-" + letter.getKey() + ", ")
                .findFirst()
                .orElse("");
    }

    private static String placeholder(ValueKind kind) {
        return switch (kind.type()) {
            case FLAG -> "";
            case CHOICE -> " " + String.join("|", kind.words());
            case RECORD -> " " + kind.words().get(0).toUpperCase(Locale.ROOT);
            case INTEGER -> " N";
            case TEXT, PATH, DATE, DURATION -> " " + kind.type().name();
        };
    }

    private static String choices(ValueKind kind) {
        return kind.type() == ValueKind.Type.CHOICE ? " (" + String.join(", ", kind.words()) + ")" : "";
    }

    private static String usage(CommandSpec spec) {
        return spec.name() + spec.arguments().stream().map(Help::usage).collect(Collectors.joining());
    }

    private static String usage(Argument argument) {
        return switch (argument.cardinality()) {
            case ONE -> " " + argument.name();
            case OPTIONAL -> " [" + argument.name() + "]";
            case SOME -> " " + argument.name() + "...";
            case ANY -> " [" + argument.name() + "...]";
        };
    }

    private <T> void section(String headingId, List<T> parts, Function<T, Term> term) {
        if (!parts.isEmpty()) {
            heading(headingId);
            terms(parts.stream().map(term).toList());
        }
    }

    private void heading(String id) {
        if (page.length() > 0) {
            page.append('\n');
        }
        line(text(id));
    }

    private void paragraph(String text) {
        if (page.length() > 0) {
            page.append('\n');
        }
        wrapped(text, width).forEach(this::line);
    }

    /** Terms with their meanings beside them, or below a term that is too long. */
    private void terms(List<Term> terms) {
        int column = terms.stream()
                .mapToInt(term -> term.name().length())
                .filter(length -> length <= WIDEST_TERM)
                .max()
                .orElse(WIDEST_TERM);
        String indent = " ".repeat(column + 4);
        for (Term term : terms) {
            List<String> meaning = wrapped(term.meaning(), width - indent.length());
            boolean beside = term.name().length() <= column;
            if (beside && !meaning.isEmpty()) {
                line("  " + term.name() + " ".repeat(column - term.name().length() + 2) + meaning.get(0));
            } else {
                line("  " + term.name());
            }
            meaning.stream().skip(beside ? 1 : 0).forEach(rest -> line(indent + rest));
        }
    }

    private static List<String> wrapped(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private String text(String id, Object... arguments) {
        return Texts.text(id, arguments).text(locale);
    }

    private record Term(String name, String meaning) {}
}
