package org.tickmark.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.setting.SecretRef;

/** Secrets in memory. */
final class FakeSecrets implements Secrets {
    private final Map<SecretRef, String> kept = new HashMap<>();

    @Override
    public Optional<char[]> read(SecretRef reference) {
        return Optional.ofNullable(kept.get(reference)).map(String::toCharArray);
    }

    @Override
    public void keep(Caller caller, SecretRef reference, char[] value) {
        kept.put(reference, new String(value));
    }

    @Override
    public boolean forget(Caller caller, SecretRef reference) {
        return kept.remove(reference) != null;
    }

    @Override
    public List<SecretRef> names(Caller caller) {
        return List.copyOf(kept.keySet());
    }
}
