package org.tickmark.api.importer;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The other side of an entry; every part may be empty.
 *
 * @param name name
 * @param account account number without blanks
 * @param bic BIC of its bank
 * @param organisation organisation number
 */
public record Party(String name, String account, String bic, String organisation) {
    private static final Pattern BLANKS = Pattern.compile("\\s");

    /** Nobody named. */
    public static final Party NONE = new Party("", "", "", "");

    public Party {
        name = Objects.requireNonNull(name, "name").strip();
        account = account.isEmpty() ? account : BLANKS.matcher(account).replaceAll("");
        bic = Objects.requireNonNull(bic, "bic").strip();
        organisation = Objects.requireNonNull(organisation, "organisation").strip();
    }

    /** A party known by its name alone. */
    public static Party named(String name) {
        return new Party(name, "", "", "");
    }
}
