package org.tickmark.web.screens.calendar;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.workbench.ViewCall;

/** What a calendar can show, one over the other. */
enum Layer {
    /** Appointments. */
    APPOINTMENTS("▪"),
    /** Runs of tasks that are to come. */
    PLANNED("◷"),
    /** Runs of tasks that were. */
    PAST("✓");

    /** Parameter: the layers that are shown, joined by points; the appointments if it is not said. */
    static final String LAYERS = "layers";

    private final String sign;

    Layer(String sign) {
        this.sign = sign;
    }

    /** The word of addresses and of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sign beside its entries. */
    String sign() {
        return sign;
    }

    /** Those that an address asks for. */
    static Set<Layer> shown(ViewCall call) {
        String words = call.parameter(LAYERS).orElse(APPOINTMENTS.word());
        Set<Layer> shown = EnumSet.noneOf(Layer.class);
        Stream.of(words.split("\\.")).forEach(word -> Stream.of(values())
                .filter(layer -> layer.word().equals(word))
                .forEach(shown::add));
        return shown;
    }

    /** The same as an address has it, with one more, or without it. */
    static String toggled(Set<Layer> shown, Layer layer) {
        Set<Layer> other = EnumSet.noneOf(Layer.class);
        other.addAll(shown);
        if (!other.remove(layer)) {
            other.add(layer);
        }
        return other.isEmpty() ? "-" : words(other);
    }

    private static String words(Set<Layer> layers) {
        return layers.stream().map(Layer::word).collect(Collectors.joining("."));
    }
}
