package org.tickmark.api.host;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is known about the database itself. */
@ProviderType
public interface Database {
    /** Product name and version, such as {@code H2 2.3.232}. */
    String product();

    /** Where it is, without credentials. */
    String url();

    /** The migrations applied, ordered by bundle and number. */
    List<Migration> migrations();

    /**
     * A migration that was applied.
     *
     * @param bundle symbolic name of the owner
     * @param number the number its file name begins with
     * @param name the rest of the file name
     */
    record Migration(String bundle, int number, String name) {}
}
