package org.tickmark.api.metric;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Figures of one name. Units are base units: seconds, bytes, and no unit for counts.
 *
 * @param name lower-case letters, digits and underscores, with the unit at the end; counters end with {@code _total}
 * @param type what kind of figures they are
 * @param help what they tell, in English, in one line
 * @param samples the figures
 */
public record MetricFamily(String name, Type type, String help, List<Sample> samples) {
    private static final Pattern NAME = Pattern.compile("tickmark_[a-z0-9_]+");

    /** Kinds of figures. */
    public enum Type {
        /** Only ever grows. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** Counts by upper bound: labels {@code le}, with suffixes {@code _bucket}, {@code _sum}, {@code _count}. */
        HISTOGRAM
    }

    /**
     * A figure.
     *
     * @param suffix what follows the family's name; empty but for histograms
     * @param labels names and values
     * @param value the figure
     */
    public record Sample(String suffix, Map<String, String> labels, double value) {
        public Sample {
            Objects.requireNonNull(suffix, "suffix");
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }

        /** A figure without suffix. */
        public static Sample of(Map<String, String> labels, double value) {
            return new Sample("", labels, value);
        }
    }

    public MetricFamily {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(help, "help");
        samples = List.copyOf(samples);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Metric '" + name + "': expected tickmark_[a-z0-9_]+");
        }
    }
}
