package org.tickmark.api.host;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.message.Message;

/** What is installed, what it contributes, and what in the plugin folder could not be used and why. */
@ProviderType
public interface Plugins {
    /** Every bundle of Tickmark and every file in the plugin folder, ordered by name. */
    List<Plugin> list(Caller caller);

    /**
     * A plugin, or a file in the plugin folder that became none.
     *
     * @param name symbolic name, or the file name where there is none
     * @param version version; empty if unknown
     * @param state how it is
     * @param file file name in the plugin folder; empty for a bundle that belongs to the product
     * @param contributes what it contributes, such as {@code format:pipe}, in order
     * @param reason why it is not running; the empty text when it is
     */
    record Plugin(String name, String version, State state, String file, List<String> contributes, Message reason) {
        public Plugin {
            contributes = List.copyOf(contributes);
        }
    }

    /** How a plugin is. */
    enum State {
        /** Started, and every component has what it needs. */
        RUNNING,
        /** Started, but a component waits for something. */
        WAITING,
        /** Installed, but something it needs is not there. */
        UNRESOLVED,
        /** Its start failed. */
        FAILED,
        /** Stopped. */
        STOPPED,
        /** The file is no plugin. */
        REJECTED
    }
}
