package org.tickmark.kit.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds references in one text. */
final class Finder {
    /** Shorter numbers are too often something else. */
    private static final int LEAST_DIGITS = 4;

    private static final int MOST_DIGITS = 27;
    private static final int MOST_RF = 25;
    private static final int RF_GROUP = 4;

    private final String text;
    private final Set<ReferenceKind> kinds;
    private Set<TypedReference> found;

    Finder(String text, Set<ReferenceKind> kinds) {
        this.text = text;
        this.kinds = kinds;
    }

    /** Whether there are digits enough for any reference, which has at least two; most texts end here. */
    static boolean mayHold(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Chars.isDigit(text.charAt(i)) && ++digits == 2) {
                return true;
            }
        }
        return false;
    }

    List<TypedReference> find() {
        marked();
        Chains.visit(text, MOST_DIGITS, (digits, parts, end) -> number(digits, end));
        return found == null ? List.of() : List.copyOf(found);
    }

    private void number(StringBuilder digits, int end) {
        if (digits.length() < LEAST_DIGITS) {
            return;
        }
        for (ReferenceKind kind : kinds) {
            if (kind.spotting() == ReferenceKind.Spotting.DIGITS) {
                addDigits(kind, digits);
            }
        }
        if (kinds.contains(ReferenceKind.NO_KID) && endsWithHyphen(end)) {
            digits.append('-');
            addDigits(ReferenceKind.NO_KID, digits);
            digits.setLength(digits.length() - 1);
        }
    }

    private void addDigits(ReferenceKind kind, StringBuilder digits) {
        if (digits.charAt(0) == '0') {
            // Rare, so worth an object: the canonical form may be shorter.
            add(kind, digits.toString());
        } else if (kind.isValid(digits)) {
            addFound(kind, digits.toString());
        }
    }

    private void add(ReferenceKind kind, String compact) {
        String canonical = References.canonical(kind, compact);
        if (kind.isValid(canonical)) {
            addFound(kind, canonical);
        }
    }

    private void addFound(ReferenceKind kind, String canonical) {
        if (found == null) {
            found = new LinkedHashSet<>();
        }
        found.add(new TypedReference(kind, canonical));
    }

    /** A hyphen that belongs to the number before it and not to what follows. */
    private boolean endsWithHyphen(int end) {
        return end < text.length()
                && text.charAt(end) == '-'
                && (end + 1 == text.length() || !Chars.isAlphanumeric(text.charAt(end + 1)));
    }

    private void marked() {
        int start = Chars.runStart(text, 0);
        while (start < text.length()) {
            int end = Chars.runEnd(text, start);
            if (isRf(start, end)) {
                rf(start, end);
            } else if (end - start == 3 && kinds.contains(ReferenceKind.BE_STRUCTURED)) {
                belgian(start, end);
            } else if (end - start == 2 && kinds.contains(ReferenceKind.DK_FIK)) {
                fik(start, end);
            }
            start = Chars.runStart(text, end);
        }
    }

    private boolean isRf(int start, int end) {
        return end - start >= RF_GROUP
                && Chars.upper(text.charAt(start)) == 'R'
                && Chars.upper(text.charAt(start + 1)) == 'F'
                && Chars.isDigits(text, start + 2, start + RF_GROUP);
    }

    /** Reads one run, or the groups of four that it is printed in; the last group may be shorter. */
    private void rf(int start, int end) {
        StringBuilder reference = new StringBuilder(MOST_RF);
        int partStart = start;
        int partEnd = end;
        while (reference.length() + partEnd - partStart <= MOST_RF) {
            for (int i = partStart; i < partEnd; i++) {
                reference.append(Chars.upper(text.charAt(i)));
            }
            addRf(reference.toString());
            boolean more = partEnd - partStart == RF_GROUP
                    && partEnd + 1 < text.length()
                    && text.charAt(partEnd) == ' '
                    && Chars.isAlphanumeric(text.charAt(partEnd + 1));
            if (!more) {
                return;
            }
            partStart = partEnd + 1;
            partEnd = Chars.runEnd(text, partStart);
            if (partEnd - partStart > RF_GROUP) {
                return;
            }
        }
    }

    private void addRf(String reference) {
        String canonical = References.canonical(ReferenceKind.ISO_11649_RF, reference);
        if (!ReferenceKind.ISO_11649_RF.isValid(canonical)) {
            return;
        }
        if (kinds.contains(ReferenceKind.ISO_11649_RF)) {
            addFound(ReferenceKind.ISO_11649_RF, canonical);
        }
        if (kinds.contains(ReferenceKind.FI_VIITE)) {
            add(ReferenceKind.FI_VIITE, canonical.substring(RF_GROUP));
        }
    }

    /** {@code 010/8068/17183}. */
    private void belgian(int start, int end) {
        int second = end + 1;
        int third = second + 5;
        int last = third + 5;
        if (last <= text.length()
                && (last == text.length() || !Chars.isAlphanumeric(text.charAt(last)))
                && text.charAt(end) == '/'
                && text.charAt(third - 1) == '/') {
            add(
                    ReferenceKind.BE_STRUCTURED,
                    text.substring(start, end) + text.substring(second, third - 1) + text.substring(third, last));
        }
    }

    /** {@code +71<123456789012347}, with or without the creditor after it. */
    private void fik(int start, int end) {
        int length = fikLength(text.substring(start, end));
        if (length == 0 || start == 0 || text.charAt(start - 1) != '+') {
            return;
        }
        int open = skipBlanks(end);
        if (open < text.length() && text.charAt(open) == '<') {
            int from = skipBlanks(open + 1);
            int to = Chars.runEnd(text, from);
            if (to - from == length) {
                add(ReferenceKind.DK_FIK, text.substring(from, to));
            }
        }
    }

    private static int fikLength(String cardType) {
        return switch (cardType) {
            case "71" -> 15;
            case "04", "75" -> 16;
            default -> 0;
        };
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
