package org.tickmark.api.host;

import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.setting.Settings;

/** Changes the settings of this machine, in {@code etc/tickmark.properties}. Safe for use from many threads. */
@ProviderType
public interface SettingsEditor {
    /**
     * Sets a setting in the file, whose other lines stay as they are. This process has it at once wherever it is asked for anew each time; what is
     * read at the start of a process takes a restart, and so do other processes.
     *
     * @param value the value as it would be written in the file; empty takes the setting out of the file
     * @return the setting as it stands now, which is not this value where the environment overrides it
     * @throws org.tickmark.api.TickmarkException with code {@code config.unknown} if no bundle knows the setting; {@code config.invalid} if it
     *     cannot have the value; {@code config.secret} if it is a secret, which does not belong into the file; {@code config.file} if there is no
     *     file to write, or it cannot be written
     */
    Settings.Value set(Caller caller, String key, String value);
}
