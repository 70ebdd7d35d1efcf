package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.metric.MetricFamily;
import org.tickmark.api.metric.MetricSource;

/** {@code sys metrics}: the figures of all bundles. */
final class MetricsCommand {
    private MetricsCommand() {}

    /** The command; {@code sources} are those there are at the time of the call. */
    static Command of(Supplier<Collection<MetricSource>> sources) {
        return Command.named("sys", "metrics", Permission.SYSTEM_READ)
                .example("sys metrics")
                .does(call -> show(call, sources.get()));
    }

    private static CommandResult show(CommandCall call, Collection<MetricSource> sources) {
        call.caller().require(Permission.SYSTEM_READ);
        List<MetricFamily> families = new ArrayList<>();
        sources.forEach(source -> families.addAll(source.metrics()));
        families.sort(Comparator.comparing(MetricFamily::name));
        return CommandResult.of(
                PrometheusText.of(families),
                families.stream().map(MetricsCommand::document).toList());
    }

    private static Map<String, Object> document(MetricFamily family) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", family.name());
        document.put("type", family.type().name().toLowerCase(Locale.ROOT));
        document.put("help", family.help());
        document.put(
                "samples", family.samples().stream().map(MetricsCommand::sample).toList());
        return document;
    }

    private static Map<String, Object> sample(MetricFamily.Sample sample) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("suffix", sample.suffix());
        document.put("labels", sample.labels());
        document.put("value", PrometheusText.number(sample.value()));
        return document;
    }
}
