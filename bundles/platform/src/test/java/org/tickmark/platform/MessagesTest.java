package org.tickmark.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.platform.backup.BackupSettings;
import org.tickmark.platform.database.StoreUrl;
import org.tickmark.platform.event.EventsComponent;
import org.tickmark.platform.health.FoldersCheck;
import org.tickmark.platform.plugin.PluginsComponent;
import org.tickmark.platform.secret.SecretsComponent;
import org.tickmark.platform.setting.SettingsComponent;
import org.tickmark.testkit.MessageFiles;

final class MessagesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                BackupSettings.class,
                FoldersCheck.class,
                StoreUrl.class,
                EventsComponent.class,
                PluginsComponent.class,
                SecretsComponent.class,
                SettingsComponent.class
            })
    void areCompleteInEveryLanguage(Class<?> anchor) {
        MessageFiles.check(anchor);
    }
}
