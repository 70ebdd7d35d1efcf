package org.tickmark.kit.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Typed references in fields and in free text. */
public final class References {
    private static final String SEPARATORS = " -./+*\u00a0";

    private static final Set<ReferenceKind> ALL_KINDS = Collections.unmodifiableSet(EnumSet.allOf(ReferenceKind.class));

    private References() {}

    /** The references of every kind that a text holds; see {@link #find(String, Set)}. */
    public static List<TypedReference> find(String text) {
        return find(text, ALL_KINDS);
    }

    /**
     * The references of these kinds with a right check digit that a text holds, in order, each once. Several kinds may share
     * their digits, and digits in groups ({@code "1234 574"}) are read singly and joined.
     *
     * <p>OCR, KID, viite and QR reference are found as digits alone, at least four of them; the others by their signs: {@code RF…},
     * {@code +71<…}, {@code 010/8068/17183}. A viite inside an RF reference is found as both.
     */
    public static List<TypedReference> find(String text, Set<ReferenceKind> kinds) {
        return Finder.mayHold(text) ? new Finder(text, kinds).find() : List.of();
    }

    /**
     * Reads a field that is known to be of a kind, in any of the ways it is printed.
     *
     * @return the reference, whose check digit may be wrong; empty if the field has not the length or the characters of this kind
     */
    public static Optional<TypedReference> parse(ReferenceKind kind, String field) {
        String compact = compact(kind == ReferenceKind.DK_FIK ? withoutFikSigns(field) : field);
        if (compact == null) {
            return Optional.empty();
        }
        if (kind == ReferenceKind.NO_KID && field.stripTrailing().endsWith("-")) {
            compact += "-";
        }
        String canonical = canonical(kind, compact);
        return kind.hasShape(canonical) ? Optional.of(new TypedReference(kind, canonical)) : Optional.empty();
    }

    /** The canonical form of digits and letters without separators. */
    static String canonical(ReferenceKind kind, String compact) {
        return switch (kind) {
            case FI_VIITE -> Chars.withoutLeadingZeros(compact);
            case ISO_11649_RF ->
                compact.length() <= 4
                        ? compact
                        : compact.substring(0, 4) + Chars.withoutLeadingZeros(compact.substring(4));
            default -> compact;
        };
    }

    /** Digits and letters in upper case, without separators; null if there is anything else. */
    private static String compact(String field) {
        StringBuilder compact = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (Chars.isAlphanumeric(c)) {
                compact.append(Chars.upper(c));
            } else if (SEPARATORS.indexOf(c) < 0) {
                return null;
            }
        }
        return compact.toString();
    }

    /** What stands between the card type and the creditor: {@code +71<…+12345678<}. */
    private static String withoutFikSigns(String field) {
        int open = field.indexOf('<');
        if (open < 0) {
            return field;
        }
        int close = field.indexOf('+', open);
        return field.substring(open + 1, close < 0 ? field.length() : close);
    }
}
