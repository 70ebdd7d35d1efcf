package org.tickmark.kit.reference;

import java.util.Objects;

/**
 * A payment reference with its kind. Two rows share a reference when these are equal. Immutable.
 *
 * @param kind what it is
 * @param canonical its canonical form, as {@link ReferenceKind} says
 */
public record TypedReference(ReferenceKind kind, String canonical) {
    public TypedReference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(canonical, "canonical");
    }

    /** Whether its check digit is right. A tenth of all numbers have a right one: it is evidence only when the other side has the same. */
    public boolean valid() {
        return kind.isValid(canonical);
    }

    /** Kind and canonical form: {@code SE_OCR:1234574}. */
    @Override
    public String toString() {
        return kind + ":" + canonical;
    }
}
