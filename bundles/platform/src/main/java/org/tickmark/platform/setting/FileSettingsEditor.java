package org.tickmark.platform.setting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.SettingsEditor;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;

/** Changes {@code tickmark.properties}, line by line, and says so in the audit log. */
final class FileSettingsEditor implements SettingsEditor {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(FileSettingsEditor.class);
    private static final String AUDIT_STREAM = "config";

    private final LayeredSettings settings;
    private final Optional<Path> file;
    private final Transactions transactions;
    private final Audit audit;

    /** @param file the file; empty if the launcher told of no folder for it */
    FileSettingsEditor(LayeredSettings settings, Optional<Path> file, Transactions transactions, Audit audit) {
        this.settings = settings;
        this.file = file;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public synchronized Settings.Value set(Caller caller, String key, String value) {
        caller.require(Permission.CONFIG_EDIT);
        Setting<?> setting = settings.declared(key)
                .orElseThrow(() -> problem("config.unknown", "unknown", key).exception());
        if (setting.isSecret()) {
            throw problem("config.secret", "secret", key)
                    .advice(MESSAGES.message("secret.advice", setting.environmentVariable() + "_FILE"))
                    .exception();
        }
        check(setting, value.strip());
        write(setting, value.strip());
        transactions.inTransaction(tx -> {
            audit.append(tx, caller, new Audit.Act(AUDIT_STREAM, "setting.set", key, Map.of("value", value.strip())));
            return key;
        });
        return settings.value(setting);
    }

    private static void check(Setting<?> setting, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw problem("config.invalid", "value.lines", setting.key()).exception();
        }
        try {
            if (!value.isEmpty()) {
                setting.parse(value);
            }
        } catch (IllegalArgumentException e) {
            throw problem("config.invalid", "value.unfit", setting.key())
                    .found(value)
                    .expected(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private void write(Setting<?> setting, String value) {
        Path path = file.orElseThrow(
                () -> problem("config.file", "file.none", setting.key()).exception());
        try {
            List<String> lines = Files.exists(path) ? Files.readAllLines(path, StandardCharsets.UTF_8) : List.of();
            replace(path, SettingsFile.with(path, lines, setting.key(), value));
            settings.reread(SettingsFile.read(path));
        } catch (IOException e) {
            throw problem("config.file", "file.unwritable", setting.key())
                    .where(path.toString())
                    .found(e.toString())
                    .exception(e);
        }
    }

    /** A process that ends in the middle leaves the file as it was. */
    private static void replace(Path path, List<String> lines) throws IOException {
        Files.createDirectories(path.getParent());
        Path whole = path.resolveSibling(path.getFileName() + ".new");
        if (Files.exists(path)) {
            // With the rights that the file has.
            Files.copy(path, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.write(whole, lines, StandardCharsets.UTF_8);
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Problem.Builder problem(String code, String text, String key) {
        return Problem.error(code, MESSAGES.message(text, key)).where(key);
    }
}
