package org.tickmark.script.crmscript.run;

import java.util.List;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** What arrays need that is no call: their length, and their making. */
public final class ArrayNodes {
    private ArrayNodes() {}

    public static Node length(Node array) {
        return new Length(array);
    }

    /** An array of sizes that are computed: the outermost first. */
    public static Node sized(ArrayType type, List<Node> sizes) {
        return new Sized(type, sizes.toArray(Node[]::new));
    }

    private static final class Length extends Node.OfNumber {
        private final Node array;

        Length(Node array) {
            this.array = array;
        }

        @Override
        long number(Frame frame) {
            return ((ScriptArray) array.object(frame)).size();
        }
    }

    private static final class Sized extends Node.OfObject {
        private final ArrayType type;
        private final Node[] sizes;

        Sized(ArrayType type, Node[] sizes) {
            this.type = type;
            this.sizes = sizes;
        }

        @Override
        Object object(Frame frame) {
            long[] lengths = new long[sizes.length];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = Values.orZero(sizes[i].number(frame));
            }
            return make(frame, type, lengths, 0);
        }

        private static ScriptArray make(Frame frame, ArrayType type, long[] lengths, int level) {
            ScriptArray array = (ScriptArray) type.initial(frame.machine);
            if (level == lengths.length - 1) {
                array.fill(lengths[level], frame.machine);
                return array;
            }
            Type inner = type.element();
            for (long i = 0; i < lengths[level]; i++) {
                frame.machine.meter().work(1);
                array.add(make(frame, (ArrayType) inner, lengths, level + 1), frame.machine.meter());
            }
            return array;
        }
    }
}
