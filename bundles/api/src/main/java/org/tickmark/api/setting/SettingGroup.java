package org.tickmark.api.setting;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** The settings that a bundle declares; registered as a service, so that they can be listed and checked. */
@ConsumerType
@FunctionalInterface
public interface SettingGroup {
    /** The settings declared; the same list at each call. */
    List<Setting<?>> settings();
}
