package org.tickmark.benchmarks.matching;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** The words of a command line after the command: operands, and options such as {@code --seed 1}. */
final class Options {
    private final List<String> operands = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** Takes them apart. */
    Options(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).startsWith("--")) {
                operands.add(words.get(i));
            } else if (i + 1 < words.size()) {
                options.put(words.get(i).substring(2), words.get(++i));
            } else {
                throw new UsageException("Option " + words.get(i) + " has no value; give one after it");
            }
        }
    }

    /** A command line that cannot be carried out. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    String operand(int index, String what) {
        if (index >= operands.size()) {
            throw new UsageException("The " + what + " is missing");
        }
        return operands.get(index);
    }

    String get(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    Optional<String> find(String name) {
        asked.add(name);
        return Optional.ofNullable(options.get(name));
    }

    List<String> list(String name, String otherwise) {
        String value = get(name, otherwise);
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(","));
    }

    /** Seeds: numbers, ranges such as {@code 1-3}, or {@code tag:v1} for the acceptance seed of a release. */
    List<Long> seeds(String otherwise) {
        List<Long> seeds = new ArrayList<>();
        for (String part : list("seed", otherwise)) {
            int dash = part.indexOf('-', 1);
            if (part.startsWith("tag:")) {
                seeds.add(seedOfTag(part.substring(4)));
            } else if (dash > 0) {
                LongStream.rangeClosed(number(part.substring(0, dash)), number(part.substring(dash + 1)))
                        .forEach(seeds::add);
            } else {
                seeds.add(number(part));
            }
        }
        return seeds;
    }

    /** The first eight bytes of the SHA-256 of {@code tickmark-W1-} and the tag, so that nobody can tune on them before the release. */
    static long seedOfTag(String tag) {
        try {
            byte[] text = ("tickmark-W1-" + tag).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("'" + text + "' is no number");
        }
    }

    static double fraction(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UsageException("'" + text + "' is no number such as 0.3");
        }
    }

    /** Refuses options that nobody asked for: they are misspelt, or another command's. */
    void refuseOthers() {
        for (String name : options.keySet()) {
            if (!asked.contains(name)) {
                throw new UsageException(
                        "Option --" + name + " is not known here; known are --" + String.join(", --", asked));
            }
        }
    }
}
