package org.tickmark.api.host;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.setting.SecretRef;

/**
 * Secrets, encrypted at rest with AES-256-GCM under a key that lies in a file of mode 0600 in the data directory, never
 * in the database. Values are never logged.
 */
@ProviderType
public interface Secrets {
    /** The secret, or empty if none of this name is kept. The caller clears the array after use. */
    Optional<char[]> read(SecretRef reference);

    /** Keeps a secret, replacing an earlier one of this name. */
    void keep(Caller caller, SecretRef reference, char[] value);

    /** Forgets a secret; false if there was none. */
    boolean forget(Caller caller, SecretRef reference);

    /** The names kept, in order; never the values. */
    List<SecretRef> names(Caller caller);
}
