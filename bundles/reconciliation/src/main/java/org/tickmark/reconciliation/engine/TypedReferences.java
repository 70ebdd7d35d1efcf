package org.tickmark.reconciliation.engine;

import org.tickmark.kit.reference.ReferenceKind;

/**
 * Tells references by their check digits. Rows are compared by the digits alone and not by the kind: the two sides may not
 * know of each other's country, and equal digits that are proven are equal whoever gave them.
 */
final class TypedReferences {
    private TypedReferences() {}

    /** Whether digits are an OCR number, a KID, a viite or a QR reference. */
    static boolean isValid(CharSequence digits) {
        return ReferenceKind.SE_OCR.isValid(digits)
                || ReferenceKind.NO_KID.isValid(digits)
                || ReferenceKind.FI_VIITE.isValid(digits)
                || ReferenceKind.CH_QRR.isValid(digits);
    }

    /** Whether digits and a hyphen are a KID. */
    static boolean isHyphenatedKid(String digits) {
        return ReferenceKind.NO_KID.isValid(digits + '-');
    }

    /** Whether digits and letters are a creditor reference by ISO 11649. */
    static boolean isCreditorReference(CharSequence reference) {
        return ReferenceKind.ISO_11649_RF.isValid(reference);
    }

    /** Whether digits are a viite. */
    static boolean isFinnish(CharSequence digits) {
        return ReferenceKind.FI_VIITE.isValid(digits);
    }
}
