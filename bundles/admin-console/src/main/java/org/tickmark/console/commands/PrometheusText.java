package org.tickmark.console.commands;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.tickmark.api.metric.MetricFamily;

/**
 * Figures in the text format of Prometheus, version 0.0.4: for each family its help and type, then a line a sample. Backslash and
 * line feed are escaped in helps, and the quotation mark as well in values of labels. Source: Prometheus documentation, "Exposition
 * formats", section "Text-based format".
 */
final class PrometheusText {
    private PrometheusText() {}

    static String of(Collection<MetricFamily> families) {
        StringBuilder text = new StringBuilder();
        for (MetricFamily family : families) {
            text.append("# HELP ")
                    .append(family.name())
                    .append(' ')
                    .append(escaped(family.help()))
                    .append('\n');
            text.append("# TYPE ")
                    .append(family.name())
                    .append(' ')
                    .append(family.type().name().toLowerCase(Locale.ROOT))
                    .append('\n');
            for (MetricFamily.Sample sample : family.samples()) {
                text.append(family.name())
                        .append(sample.suffix())
                        .append(labels(sample.labels()))
                        .append(' ')
                        .append(number(sample.value()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** A figure as the format writes it: whole numbers without a point, infinities as {@code +Inf} and {@code -Inf}. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String labels(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return "";
        }
        StringJoiner joined = new StringJoiner(",", "{", "}");
        labels.forEach((name, value) -> joined.add(name + "=\"" + escaped(value).replace("\"", "\\\"") + "\""));
        return joined.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
