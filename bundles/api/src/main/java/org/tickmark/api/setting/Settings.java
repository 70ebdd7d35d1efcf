package org.tickmark.api.setting;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The values of settings. The first that is set decides: environment, {@code etc/tickmark.properties}, default. Safe for
 * use from many threads.
 */
@ProviderType
public interface Settings {
    /**
     * The value of a setting; for a setting that is not set and has no default, the value of the empty text.
     *
     * @throws org.tickmark.api.TickmarkException if what is set is no value of the setting's type; it names the place
     */
    <T> T get(Setting<T> setting);

    /** Every declared setting with its value and origin, ordered by key. */
    List<Value> all();

    /** Keys that are set somewhere but declared by no bundle, with where they are set, ordered by key. */
    List<Value> unknown();

    /**
     * A setting as it stands.
     *
     * @param key the key
     * @param value the value as text; {@code ***} for a secret that is set
     * @param origin where it comes from: {@code default}, {@code env:NAME}, {@code file:PATH} or {@code file:PATH:LINE}
     * @param type the type in words; empty for an unknown key
     */
    record Value(String key, String value, String origin, String type) {}
}
