package org.tickmark.console.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.tickmark.api.Problem;
import org.tickmark.api.message.MessageCatalog;

/** The few functions over lines of text without which pipes would lead nowhere. */
final class TextFunctions {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(TextFunctions.class);
    private static final long USUAL_LINES = 10;

    private TextFunctions() {}

    /** The functions by name. */
    static Map<String, Function> byName() {
        return Map.of(
                "count", (session, words) -> write(List.of(String.valueOf(read().size()))),
                "echo",
                        (session, words) -> write(
                                List.of(words.stream().map(String::valueOf).collect(Collectors.joining(" ")))),
                "grep", (session, words) -> write(matching(read(), texts(words))),
                "head", (session, words) -> write(part(texts(words), lines -> lines, "head")),
                "tail", (session, words) -> write(part(texts(words), TextFunctions::reversed, "tail")));
    }

    /** {@code grep [-i] [-v] PATTERN}: lines in which a regular expression is found, or with {@code -v} is not. */
    private static List<String> matching(List<String> lines, List<String> words) {
        List<String> patterns =
                words.stream().filter(word -> !word.matches("-[iv]+")).toList();
        String letters = words.stream().filter(word -> word.matches("-[iv]+")).collect(Collectors.joining());
        if (patterns.size() != 1) {
            throw wrong("grep [-i] [-v] PATTERN");
        }
        try {
            int flags = letters.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            Pattern pattern = Pattern.compile(patterns.get(0), flags);
            return lines.stream()
                    .filter(line -> pattern.matcher(line).find() != letters.contains("v"))
                    .toList();
        } catch (PatternSyntaxException e) {
            throw wrong("grep: " + e.getDescription());
        }
    }

    /** {@code head [N]}, {@code tail [N]}: so many lines from the side that a view begins with. */
    private static List<String> part(List<String> words, UnaryOperator<List<String>> view, String name)
            throws IOException {
        if (words.size() > 1 || words.stream().anyMatch(word -> !word.matches("-?\\d{1,9}"))) {
            throw wrong(name + " [N]");
        }
        long count = words.stream()
                .mapToLong(word -> Long.parseLong(word.replace("-", "")))
                .findFirst()
                .orElse(USUAL_LINES);
        return view.apply(view.apply(read()).stream().limit(count).toList());
    }

    private static List<String> reversed(List<String> lines) {
        List<String> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<String> texts(List<Object> words) {
        return words.stream().map(String::valueOf).toList();
    }

    private static List<String> read() throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Process.Utils.current().in(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** Returns nothing, so that a variable gets the text. */
    private static Object write(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Process.Utils.current().out().write(bytes, 0, bytes.length);
        return null;
    }

    private static RuntimeException wrong(String usage) {
        return Problem.error("usage.function", MESSAGES.message("function.usage", usage))
                .exception();
    }
}
