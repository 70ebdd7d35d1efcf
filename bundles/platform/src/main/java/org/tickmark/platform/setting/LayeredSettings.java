package org.tickmark.platform.setting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.FileAccess;

/**
 * Settings from the environment, over those of the file, over the defaults. The environment is read once, the file again when it was
 * changed from here; the file that {@code …_FILE} names is read at each call. A variable that is empty counts as not set.
 */
final class LayeredSettings implements Settings {
    private static final Logger LOG = LoggerFactory.getLogger(LayeredSettings.class);
    private static final MessageCatalog MESSAGES = MessageCatalog.of(LayeredSettings.class);

    private static final String PREFIX = "TICKMARK_";
    private static final String FILE_SUFFIX = "_FILE";
    private static final String HIDDEN = "***";
    private static final String DEFAULT = "default";
    private static final int MAX_FILE_BYTES = 65_536;

    private volatile SettingsFile file;
    private final Map<String, String> environment;
    private final List<SettingGroup> groups = new CopyOnWriteArrayList<>();
    private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

    LayeredSettings(SettingsFile file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .filter(variable -> !variable.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes the place of the file that was read before. */
    void reread(SettingsFile changed) {
        file = changed;
    }

    /** The setting of a key that a bundle has declared. */
    Optional<Setting<?>> declared(String key) {
        return Optional.ofNullable(declared().get(key));
    }

    void add(SettingGroup group) {
        groups.add(group);
    }

    void remove(SettingGroup group) {
        groups.remove(group);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        Optional<Found> found = find(setting);
        String text = found.isPresent() ? found.get().text() : setting.defaultText();
        try {
            return setting.parse(text);
        } catch (IllegalArgumentException e) {
            String place = found.map(Found::origin).orElse(DEFAULT);
            throw Problem.error("config.invalid", MESSAGES.message("value.invalid", setting.key()))
                    .where(place)
                    .found(setting.isSecret() ? HIDDEN : text)
                    .expected(String.valueOf(e.getMessage()))
                    .advice(MESSAGES.message("value.invalid.advice", setting.key(), setting.environmentVariable()))
                    .exception(e);
        }
    }

    @Override
    public List<Value> all() {
        return declared().values().stream().map(this::value).toList();
    }

    /** A setting as it stands. */
    Value value(Setting<?> setting) {
        Optional<Found> found = find(setting);
        if (found.isEmpty()) {
            return new Value(setting.key(), setting.defaultText(), DEFAULT, setting.typeName());
        }
        String shown = setting.isSecret() ? HIDDEN : textOrWhyNot(found.get());
        return new Value(setting.key(), shown, found.get().origin(), setting.typeName());
    }

    /** A list of all settings is still worth having when one of them cannot be read. */
    private static String textOrWhyNot(Found found) {
        try {
            return found.text();
        } catch (TickmarkException e) {
            return e.problem().what().toString();
        }
    }

    /** The values stay hidden: what is misspelt may be a secret. */
    @Override
    public List<Value> unknown() {
        Map<String, Setting<?>> declared = declared();
        List<Value> unknown = new ArrayList<>();
        for (String key : file.keys()) {
            if (!declared.containsKey(key)) {
                unknown.add(new Value(key, HIDDEN, file.origin(file.find(key).orElseThrow()), ""));
            }
        }
        for (String variable : unknownVariables(declared)) {
            unknown.add(new Value(variable, HIDDEN, "env:" + variable, ""));
        }
        unknown.sort(Comparator.comparing(Value::key));
        return unknown;
    }

    /** Of the sections that are declared: other variables of this prefix are the launcher's. */
    private List<String> unknownVariables(Map<String, Setting<?>> declared) {
        Set<String> known = new HashSet<>();
        Set<String> sections = new HashSet<>();
        for (Setting<?> setting : declared.values()) {
            String variable = setting.environmentVariable();
            known.add(variable);
            known.add(variable + FILE_SUFFIX);
            sections.add(variable.substring(0, variable.indexOf('_', PREFIX.length()) + 1));
        }
        return environment.keySet().stream()
                .filter(variable -> !known.contains(variable))
                .filter(variable -> sections.stream().anyMatch(variable::startsWith))
                .toList();
    }

    private Map<String, Setting<?>> declared() {
        Map<String, Setting<?>> declared = new TreeMap<>();
        groups.forEach(group -> group.settings().forEach(setting -> declared.putIfAbsent(setting.key(), setting)));
        return declared;
    }

    private Optional<Found> find(Setting<?> setting) {
        String variable = setting.environmentVariable();
        String value = environment.get(variable);
        String path = environment.get(variable + FILE_SUFFIX);
        if (value != null && path != null) {
            return Optional.of(new Found("env:" + variable, () -> {
                throw setTwice(variable);
            }));
        }
        if (value != null) {
            return Optional.of(new Found("env:" + variable, () -> value));
        }
        if (path != null) {
            return Optional.of(new Found("file:" + path, () -> content(setting, variable + FILE_SUFFIX, path)));
        }
        return file.find(setting.key()).map(entry -> inFile(setting, entry));
    }

    private static TickmarkException setTwice(String variable) {
        return Problem.error("config.invalid", MESSAGES.message("variable.twice", variable, variable + FILE_SUFFIX))
                .where("env:" + variable)
                .advice(MESSAGES.message("variable.twice.advice"))
                .exception();
    }

    private Found inFile(Setting<?> setting, SettingsFile.Entry entry) {
        if (setting.isSecret()) {
            warnIfOthersMayRead(setting, file.path());
        }
        return new Found(file.origin(entry), entry::value);
    }

    private String content(Setting<?> setting, String variable, String name) {
        try {
            Path path = Path.of(name);
            if (Files.size(path) > MAX_FILE_BYTES) {
                throw new IOException(name + ": " + Files.size(path) + " > " + MAX_FILE_BYTES);
            }
            if (setting.isSecret()) {
                warnIfOthersMayRead(setting, path);
            }
            return Files.readString(path, StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            throw Problem.error("config.invalid", MESSAGES.message("value.file.unreadable", setting.key()))
                    .where("env:" + variable)
                    .found(e.toString())
                    .advice(MESSAGES.message("value.file.unreadable.advice", variable))
                    .exception(e);
        }
    }

    /** Said once; not refused, since secrets that a container is given are often readable by all in it. */
    private void warnIfOthersMayRead(Setting<?> setting, Path path) {
        if (FileAccess.mayBeReadByOthers(path) && warnedOf.add(setting.key())) {
            LOG.warn(
                    "{} holds the secret {} and can be read by other users: take their rights away (chmod 600)",
                    path,
                    setting.key());
        }
    }

    /** A value that is set, and where. */
    private record Found(String origin, Text source) {
        Found {
            Objects.requireNonNull(source, "source");
        }

        private String text() {
            return source.read();
        }
    }

    private interface Text {
        String read();
    }
}
