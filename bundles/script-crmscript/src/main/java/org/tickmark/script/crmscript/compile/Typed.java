package org.tickmark.script.crmscript.compile;

import org.tickmark.script.crmscript.run.Cell;
import org.tickmark.script.crmscript.run.Node;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.value.Type;

/**
 * An expression that has been compiled.
 *
 * @param type its type
 * @param node what evaluates it
 * @param cell the place that holds the value; null if it is a value only
 * @param root the variable that the place is, or is inside of; null if there is none
 */
record Typed(Type type, Node node, Cell cell, Variable root) {
    static Typed value(Type type, Node node) {
        return new Typed(type, node, null, null);
    }

    static Typed place(Type type, Cell cell, Variable root) {
        return new Typed(type, cell.load(type), cell, root);
    }
}
