package org.tickmark.web.screens.tasks;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;

/** What a task follows and what follows it, one step each way as a picture, and all steps as links. */
final class ChainPicture {
    private static final int MOST = 6;
    private static final int LETTERS = 22;
    private static final int BOX = 180;
    private static final int TALL = 26;
    private static final int STEP = 34;
    private static final int GAP = 50;

    private final Page page;
    private final Html html;

    private ChainPicture(Page page) {
        this.page = page;
        this.html = page.html();
    }

    static void write(Page page, String name, Facts chain) {
        List<Facts> before = chain.list("follows");
        List<Facts> after = chain.list("followed_by");
        if (before.isEmpty() && after.isEmpty()) {
            page.html().element("p", page.text("chain.none"), "class", "empty");
            return;
        }
        ChainPicture picture = new ChainPicture(page);
        picture.draw(name, names(before), names(after));
        picture.links("chain.before", before);
        picture.links("chain.after", after);
    }

    private static List<String> names(List<Facts> tasks) {
        return tasks.stream().limit(MOST).map(task -> task.text("task")).toList();
    }

    private void draw(String name, List<String> before, List<String> after) {
        int rows = Math.max(1, Math.max(before.size(), after.size()));
        int height = rows * STEP;
        String size = "0 0 " + (3 * BOX + 2 * GAP) + " " + height;
        html.open(
                "svg",
                "class",
                "chain",
                "viewbox",
                size,
                "role",
                "img",
                "aria-label",
                page.text("chain.picture", name));
        int middle = height / 2;
        column(before, height, 0, y -> arrow(BOX, y, BOX + GAP, middle));
        box(name, BOX + GAP, middle, "this");
        column(after, height, 2 * (BOX + GAP), y -> arrow(2 * BOX + GAP, middle, 2 * (BOX + GAP), y));
        html.close();
    }

    private void column(List<String> names, int height, int left, Consumer<Integer> arrow) {
        for (int i = 0; i < names.size(); i++) {
            int y = height * (2 * i + 1) / (2 * names.size());
            arrow.accept(y);
            box(names.get(i), left, y, null);
        }
    }

    private void arrow(int fromX, int fromY, int toX, int toY) {
        String line = "M" + fromX + " " + fromY + "L" + toX + " " + toY;
        String head = "M" + (toX - 7) + " " + (toY - 4) + "L" + toX + " " + toY + "L" + (toX - 7) + " " + (toY + 4);
        html.open("path", "d", line + head).close();
    }

    private void box(String name, int left, int middle, String kind) {
        html.open(
                        "rect",
                        "x",
                        String.valueOf(left + 1),
                        "y",
                        String.valueOf(middle - TALL / 2),
                        "width",
                        String.valueOf(BOX - 2),
                        "height",
                        String.valueOf(TALL),
                        "rx",
                        "4",
                        "class",
                        kind)
                .close();
        html.element(
                "text",
                name.length() > LETTERS ? name.substring(0, LETTERS - 1) + "…" : name,
                "x",
                String.valueOf(left + BOX / 2),
                "y",
                String.valueOf(middle + 4),
                "text-anchor",
                "middle");
    }

    private void links(String title, List<Facts> tasks) {
        if (!tasks.isEmpty()) {
            html.element("p", page.text(title));
            tree(tasks);
        }
    }

    private void tree(List<Facts> tasks) {
        html.open("ul");
        for (Facts task : tasks) {
            String name = task.text("task");
            html.open("li").element("a", name, "href", page.call().link(Map.of(ViewCall.OPEN, name)));
            String condition = task.text("condition");
            if (!condition.isEmpty()) {
                html.text(" – " + page.text("chain.on." + condition));
            }
            if (!task.list("chain").isEmpty()) {
                tree(task.list("chain"));
            }
            html.close();
        }
        html.close();
    }
}
