package org.tickmark.script.crmscript.value;

/** A type of the language. Types are equal only if they are the same, but for arrays. */
public sealed interface Type permits Simple, ArrayType, StructType, NativeType {
    /** As scripts write it. */
    String word();

    /** How its values are kept. */
    Storage storage();

    /** What a variable of the type is before anything is assigned: boxed, null for none. */
    Object initial(Run run);

    /** Whether a value of this type may stand where one of the other is demanded. */
    default boolean fits(Type demanded) {
        return equals(demanded) || (demanded == Simple.GENERIC && this != Simple.VOID);
    }

    /** Whether both are numbers or can become one. */
    default boolean isNumeric() {
        return false;
    }
}
