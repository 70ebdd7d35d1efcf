package org.tickmark.console.commands;

import java.util.List;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.SettingsEditor;
import org.tickmark.api.setting.Settings;

/** {@code config set}, {@code config unset}: settings in {@code etc/tickmark.properties}. */
final class SettingCommands {
    private final SettingsEditor editor;

    private SettingCommands(SettingsEditor editor) {
        this.editor = editor;
    }

    static List<Command> of(SettingsEditor editor) {
        SettingCommands commands = new SettingCommands(editor);
        return List.of(
                Command.named("config", "set", Permission.CONFIG_EDIT)
                        .argument("KEY", "setting", ValueKind.TEXT)
                        .argument("VALUE", "setting-value", ValueKind.TEXT)
                        .example("config set batch.errorsTo finance@example.org")
                        .does(call -> commands.set(call.caller(), call.argument("KEY"), call.argument("VALUE"))),
                Command.named("config", "unset", Permission.CONFIG_EDIT)
                        .argument("KEY", "setting", ValueKind.TEXT)
                        .example("config unset batch.errorsTo")
                        .does(call -> commands.set(call.caller(), call.argument("KEY"), "")));
    }

    private CommandResult set(Caller caller, String key, String value) {
        Settings.Value now = editor.set(caller, key, value);
        boolean overridden = now.origin().startsWith("env:");
        return CommandResult.done(
                Texts.text(overridden ? "config.set.overridden" : "config.set.done", key, now.value(), now.origin()));
    }
}
