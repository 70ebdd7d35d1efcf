package org.tickmark.reconciliation;

import java.util.List;
import org.tickmark.api.importer.Reference;

/** Which of an entry's references says most to a person. */
public final class TellingReference {
    private static final List<Reference.Type> TELLING = List.of(
            Reference.Type.CREDITOR,
            Reference.Type.INVOICE,
            Reference.Type.BATCH,
            Reference.Type.END_TO_END,
            Reference.Type.CUSTOMER,
            Reference.Type.BANK);

    private TellingReference() {}

    /** The reference that says most; the bank's own when there is no other, which may be empty. */
    public static String of(List<Reference> references, String bankReference) {
        for (Reference.Type type : TELLING) {
            for (Reference reference : references) {
                if (reference.type() == type) {
                    return reference.value();
                }
            }
        }
        return bankReference;
    }
}
