package org.tickmark.kit.yaml;

import java.util.List;
import java.util.Map;

/** A value as it stands in the text, with its line, counted from 1. */
sealed interface Node {
    /** The line on which it begins. */
    int line();

    /** One value. */
    record Scalar(String text, int line) implements Node {}

    /** A value that is not there: nothing, {@code ~} or {@code null} without quotes. */
    record Absent(int line) implements Node {}

    /** A list. */
    record Sequence(List<Node> elements, int line) implements Node {}

    /** A block of named values, in the order of the text. */
    record Mapping(Map<String, Member> members, int line) implements Node {}

    /** A named value, with the line of its name. */
    record Member(Node value, int keyLine) {}
}
