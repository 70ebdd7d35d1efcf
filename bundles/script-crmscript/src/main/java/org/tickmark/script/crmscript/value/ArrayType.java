package org.tickmark.script.crmscript.value;

/**
 * The type of arrays.
 *
 * @param element what they hold
 */
public record ArrayType(Type element) implements Type {
    @Override
    public String word() {
        return element.word() + "[]";
    }

    @Override
    public Storage storage() {
        return Storage.OBJECT;
    }

    @Override
    public Object initial(Run run) {
        run.meter().bytes(ScriptArray.EMPTY_BYTES);
        return new ScriptArray(element);
    }

    @Override
    public String toString() {
        return word();
    }
}
