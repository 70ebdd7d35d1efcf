package org.tickmark.api.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.message.Message;

/** The folders that this process itself uses; those of import definitions are {@link org.tickmark.api.host.imports.Imports}' business. */
@ProviderType
public interface OwnFolders {
    /** The distribution: {@code bin}, {@code lib}. */
    Path home();

    /** Everything that Tickmark keeps. */
    Path data();

    /** Where {@code tickmark.properties} lies. */
    Path config();

    /** The plugin folder. */
    Path plugins();

    /** Where backups go. */
    Path backups();

    /** Checks them by using them as this process does. */
    List<FolderCheck> check(Caller caller);

    /**
     * One check of a folder.
     *
     * @param check what was checked, such as {@code data.writable}
     * @param ok whether it is as it must be
     * @param detail what was found, and what to do where it is not ok
     */
    record FolderCheck(String check, boolean ok, Message detail) {
        public FolderCheck {
            Objects.requireNonNull(check, "check");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
