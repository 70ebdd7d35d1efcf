package org.tickmark.web.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.Option;
import org.tickmark.api.host.command.CommandAnswer;
import org.tickmark.api.host.command.CommandRequest;
import org.tickmark.kit.json.Json;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.http.Refusal;
import org.tickmark.web.page.Texts;

/** {@code /api/v1}: the commands of the shell, for programs that show a token. */
final class Rest {
    private static final String COMMANDS = "/api/v1/commands";
    private static final int MOST_BODY = 1024 * 1024;

    /** Leaves most threads of the server to pages. */
    private static final int AT_ONCE = 12;

    private final CommandSource source;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Rest(CommandSource source) {
        this.source = source;
    }

    List<Route> routes() {
        return List.of(
                Route.get(COMMANDS, Access.TOKEN, this::list),
                Route.get("/api/v1/openapi.json", Access.TOKEN, this::description),
                Route.post(COMMANDS + "/{scope}", Access.TOKEN, this::run),
                Route.post(COMMANDS + "/{scope}/{verb}", Access.TOKEN, this::run));
    }

    /** The address by which a command is given. */
    static String address(CommandSpec spec) {
        return COMMANDS + "/" + spec.scope() + (spec.verb().isEmpty() ? "" : "/" + spec.verb());
    }

    private Answer list(Visit visit) {
        return Answer.json(Json.indented(source.of(visit.caller()).stream()
                .map(spec -> document(spec, visit.locale()))
                .toList()));
    }

    private static Map<String, Object> document(CommandSpec spec, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", spec.name());
        document.put("address", address(spec));
        document.put("summary", spec.summary().text(locale));
        document.put("permission", spec.permission().name());
        document.put("arguments", spec.arguments().stream().map(Argument::name).toList());
        document.put("options", spec.options().stream().map(Option::name).toList());
        return document;
    }

    private Answer description(Visit visit) {
        return Answer.json(Json.indented(OpenApi.of(source.of(visit.caller()), visit.locale())));
    }

    private Answer run(Visit visit) {
        if (!visit.ask().type().equals("application/json")) {
            throw new Refusal(415);
        }
        String verb = Optional.ofNullable(visit.part("verb")).orElse("");
        CommandSpec spec = source.spec(visit.part("scope"), verb).orElseThrow(() -> new Refusal(404));
        visit.caller().require(spec.permission());
        Parameters given = JsonCommand.read(visit.ask().body().apply(MOST_BODY));
        requireKnown(spec, given);
        if (!places.tryAcquire()) {
            return problem(503, Texts.problem("web.busy").build(), visit.locale())
                    .with("Retry-After", "5");
        }
        try {
            return answer(visit, spec, given);
        } finally {
            places.release();
        }
    }

    /** A form only has the fields of its command; here a name may be mistyped. */
    private static void requireKnown(CommandSpec spec, Parameters given) {
        List<String> known = new ArrayList<>(List.of(CommandWords.YES, CommandWords.SECRET));
        spec.arguments().forEach(argument -> known.add(CommandWords.ARGUMENT + argument.name()));
        spec.options().forEach(option -> known.add(CommandWords.OPTION + option.name()));
        for (String name : given.values().keySet()) {
            if (!known.contains(name)) {
                throw Texts.problem("web.json").found(name).exception();
            }
        }
    }

    private Answer answer(Visit visit, CommandSpec spec, Parameters given) {
        Optional<char[]> secret = given.first(CommandWords.SECRET).map(String::toCharArray);
        CommandAnswer answer = source.get()
                .run(new CommandRequest(
                        visit.caller(), CommandWords.of(spec, given), secret, Progress.NONE, CancelToken.NEVER));
        secret.ifPresent(letters -> Arrays.fill(letters, '\0'));
        CommandResult result = answer.result();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("exit_code", result.exitCode().code());
        document.put("summary", result.summary().map(line -> line.text(visit.locale())));
        document.put("result", answer.value().orElse(null));
        document.put(
                "problems",
                result.problems().stream()
                        .map(problem -> document(problem, visit.locale()))
                        .toList());
        return Answer.json(Json.indented(document)).status(status(result));
    }

    /** Done, also in part: 200. Wrongly given: 400. Not allowed: 403. Refused: 422. Unforeseen: 500. */
    private static int status(CommandResult result) {
        if (result.problems().stream().anyMatch(problem -> problem.code().equals("permission.denied"))) {
            return 403;
        }
        boolean nothing = result.table().isEmpty() && result.text().orElse("").isEmpty();
        return switch (result.exitCode()) {
            case USAGE -> 400;
            case FAILURE, CONFIGURATION, PATH, LOCKED -> {
                if (!nothing) {
                    yield 200;
                }
                yield result.problems().isEmpty() ? 500 : 422;
            }
            default -> 200;
        };
    }

    /** A problem alone, as an answer. */
    static Answer problem(int status, Problem problem, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("exit_code", ExitCode.FAILURE.code());
        document.put("problems", List.of(document(problem, locale)));
        return Answer.json(Json.indented(document)).status(status);
    }

    private static Map<String, Object> document(Problem problem, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", problem.code());
        document.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        document.put("what", problem.what().text(locale));
        document.put("where", problem.where());
        document.put("found", problem.found());
        document.put("expected", problem.expected());
        document.put("advice", problem.advice().map(advice -> advice.text(locale)));
        return document;
    }
}
