package org.tickmark.benchmarks.workbench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages there are: of those that differ only in what they are about, the first that is led to. */
final class Pages {
    private static final List<String> STARTS = List.of("/w/tasks", "/w/reconciliation", "/w/executors", "/w/health");
    /** Parameters whose value makes another page, not the same one about another thing. */
    private static final Set<String> TELLING = Set.of("show", "part", "view", "layer");

    private Pages() {}

    /** Looks for them, from the navigator on. */
    static Collection<String> of(Browser browser) throws IOException, InterruptedException {
        Map<String, String> found = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(STARTS);
        while (!ahead.isEmpty()) {
            String page = ahead.poll();
            if (found.putIfAbsent(shape(page), page) == null) {
                ahead.addAll(Browser.links(browser.get(page)));
            }
        }
        return found.values();
    }

    /** What pages alike have in common. */
    static String shape(String page) {
        String[] halves = page.split("\\?", 2);
        String parameters = halves.length == 1
                ? ""
                : Arrays.stream(halves[1].split("&"))
                        .filter(parameter -> !parameter.endsWith("="))
                        .map(parameter -> TELLING.contains(name(parameter)) ? parameter : name(parameter))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return halves[0] + "?" + parameters;
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0];
    }
}
