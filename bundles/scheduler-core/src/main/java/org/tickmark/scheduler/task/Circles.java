package org.tickmark.scheduler.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds tasks that follow themselves. Walks without recursion, so that chains may be of any length. */
final class Circles {
    private final Map<String, Set<String>> parents;
    private final Set<String> clear = new HashSet<>();

    /**
     * @param parents the tasks that each task follows, by name
     */
    Circles(Map<String, Set<String>> parents) {
        this.parents = parents;
    }

    /** A circle that a task is in or leads to: each follows the next, and the last the first. Empty: none. */
    Optional<List<String>> from(String task) {
        List<String> path = new ArrayList<>();
        Map<String, Integer> onPath = new HashMap<>();
        List<Iterator<String>> rest = new ArrayList<>();
        push(task, path, onPath, rest);
        while (!path.isEmpty()) {
            int last = path.size() - 1;
            if (!rest.get(last).hasNext()) {
                clear.add(path.get(last));
                onPath.remove(path.remove(last));
                rest.remove(last);
                continue;
            }
            String parent = rest.get(last).next();
            if (onPath.containsKey(parent)) {
                return Optional.of(List.copyOf(path.subList(onPath.get(parent), path.size())));
            }
            if (!clear.contains(parent)) {
                push(parent, path, onPath, rest);
            }
        }
        return Optional.empty();
    }

    private void push(String task, List<String> path, Map<String, Integer> onPath, List<Iterator<String>> rest) {
        onPath.put(task, path.size());
        path.add(task);
        rest.add(parents.getOrDefault(task, Set.of()).iterator());
    }
}
