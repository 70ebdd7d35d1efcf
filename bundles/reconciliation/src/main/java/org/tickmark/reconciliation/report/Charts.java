package org.tickmark.reconciliation.report;

import java.util.List;
import java.util.Optional;
import org.tickmark.kit.text.Html;

/** Pictures of a page, drawn as SVG inside of it: a bar for each age of open items, and for each rule that matched something. */
final class Charts {
    private static final int WIDTH = 640;
    private static final int ROW = 22;
    private static final int BAR = 14;
    private static final int LABELS = 190;
    private static final int BARS = 360;
    private static final int GAP = 8;
    /** What is there is seen. */
    private static final long LEAST = 2;

    private Charts() {}

    /**
     * A bar.
     *
     * @param label what it is of
     * @param value how much
     * @param shown the same for people
     */
    private record Bar(String label, long value, String shown) {}

    /** The picture of a chapter that has one, and something to show in it. */
    static Optional<String> of(Chapter chapter, ReportModel model, Format format) {
        List<Bar> bars =
                switch (chapter.section()) {
                    case OPEN -> ages(model, format);
                    case RULES -> rules(model, format);
                    default -> List.of();
                };
        return bars.stream().anyMatch(bar -> bar.value() > 0)
                ? Optional.of(draw(chapter.title(), bars))
                : Optional.empty();
    }

    private static List<Bar> ages(ReportModel model, Format format) {
        return Ages.of(model.open()).stream()
                .map(line -> bar(line.bucket().days(), line.bankCount() + line.ledgerCount(), format))
                .toList();
    }

    private static List<Bar> rules(ReportModel model, Format format) {
        return model.rules().stream()
                .filter(line -> line.matches() > 0)
                .map(line -> bar(format.maker(line.rule().name()), line.bankEntries() + line.ledgerEntries(), format))
                .toList();
    }

    private static Bar bar(String label, long value, Format format) {
        return new Bar(label, value, format.count(value));
    }

    private static String draw(String title, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::value).max().orElse(1);
        StringBuilder svg = new StringBuilder("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                + bars.size() * ROW + "\"><title>" + Html.escape(title) + "</title>\n");
        int top = 0;
        for (Bar bar : bars) {
            long width = bar.value() == 0 ? 0 : Math.max(LEAST, bar.value() * BARS / most);
            int baseline = top + BAR - 2;
            text(svg, LABELS - GAP, baseline, " text-anchor=\"end\"", bar.label());
            svg.append(
                    "<rect x=\"" + LABELS + "\" y=\"" + top + "\" width=\"" + width + "\" height=\"" + BAR + "\"/>\n");
            text(svg, LABELS + width + GAP, baseline, "", bar.shown());
            top += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static void text(StringBuilder svg, long x, int y, String how, String text) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\"" + how + ">" + Html.escape(text) + "</text>\n");
    }
}
