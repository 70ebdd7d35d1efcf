package org.tickmark.platform.setting;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.SettingsEditor;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.Folders;

/** Registers {@link SettingsEditor}. */
@Component(name = "org.tickmark.platform.settings-editor")
public final class SettingsEditorComponent implements SettingsEditor {
    private final SettingsEditor editor;

    @Activate
    public SettingsEditorComponent(
            BundleContext context,
            @Reference SettingsComponent settings,
            @Reference(target = "(tickmark.schema=org.tickmark.platform)") Transactions transactions,
            @Reference Audit audit) {
        this.editor = new FileSettingsEditor(
                settings.layered(),
                Folders.config(context).map(folder -> folder.resolve("tickmark.properties")),
                transactions,
                audit);
    }

    @Override
    public Settings.Value set(Caller caller, String key, String value) {
        return editor.set(caller, key, value);
    }
}
