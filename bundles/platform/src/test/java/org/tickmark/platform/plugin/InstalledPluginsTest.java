package org.tickmark.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.host.Plugins.Plugin;
import org.tickmark.api.host.Plugins.State;
import org.tickmark.platform.database.MigrationProblems;

/** In a real framework; only the components are told of by a fake. */
final class InstalledPluginsTest {
    private static final Caller ADA = Caller.os("ada", Locale.ENGLISH);
    private static final Caller NOBODY = new Caller("user:x", Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);

    @TempDir
    private Path temporary;

    private final FakeComponents components = new FakeComponents();
    private Path folder;
    private Framework framework;
    private InstalledPlugins plugins;

    @BeforeEach
    void startFramework() throws BundleException, IOException {
        folder = Files.createDirectory(temporary.resolve("plugins with space"));
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        temporary.resolve("storage").toString(),
                        "felix.log.level",
                        "0"));
        framework.start();
        plugins = new InstalledPlugins(
                framework.getBundleContext(),
                new PluginFolder(folder),
                new Components(components, new MigrationProblems()));
    }

    @AfterEach
    void stopFramework() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void tellsWhatARunningPluginContributes() throws Exception {
        components.active("com.example.pipe", "c");
        install("pipe.jar", bundle("com.example.pipe", "1.2.0", Map.of(), RegisteringActivator.class))
                .start();

        assertThat(plugins.list(ADA)).singleElement().satisfies(plugin -> {
            assertThat(plugin.name()).isEqualTo("com.example.pipe");
            assertThat(plugin.version()).isEqualTo("1.2.0");
            assertThat(plugin.state()).isEqualTo(State.RUNNING);
            assertThat(plugin.file()).isEqualTo("pipe.jar");
            assertThat(plugin.contributes()).containsExactly("event:a", "event:b.*", "format:pipe");
            assertThat(reason(plugin)).isEmpty();
        });
    }

    @Test
    void listsOurBundlesWhereverTheyComeFromAndNoOthers() throws Exception {
        install(temporary.resolve("lib.jar"), bundle("org.tickmark.books", "1.0.0", Map.of(), null))
                .start();
        install(temporary.resolve("other.jar"), bundle("com.example.lib", "1.0.0", Map.of(), null))
                .start();

        assertThat(plugins.list(ADA)).singleElement().satisfies(plugin -> {
            assertThat(plugin.name()).isEqualTo("org.tickmark.books");
            assertThat(plugin.file()).isEmpty();
        });
        assertThat(plugins.fromFolder()).isEmpty();
    }

    @Test
    void saysWhichPackageIsMissingAndWhichVersionsThereAre() throws Exception {
        install(
                temporary.resolve("api.jar"),
                bundle(
                        "com.example.api",
                        "1.0.0",
                        Map.of(Constants.EXPORT_PACKAGE, "com.example.api;version=1.4.2"),
                        null));
        Bundle plugin = install(
                "future.jar",
                bundle(
                        "com.example.future",
                        "1.0.0",
                        Map.of(
                                Constants.IMPORT_PACKAGE,
                                "com.example.api;version=\"[9.1,10)\",com.example.nowhere,com.example.may;resolution:=optional"),
                        null));
        assertThatThrownBy(plugin::start).isInstanceOf(BundleException.class);

        assertThat(only()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.UNRESOLVED);
            assertThat(reason(found))
                    .isEqualTo("it needs the package com.example.api [9.1.0,10.0.0); offered is 1.4.2;"
                            + " it needs the package com.example.nowhere, which nobody offers");
        });
    }

    @Test
    void saysWhichJavaIsMissing() throws Exception {
        install(
                "java.jar",
                bundle(
                        "com.example.java",
                        "1.0.0",
                        Map.of(Constants.REQUIRE_CAPABILITY, "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
                        null));

        assertThat(reason(only())).startsWith("it needs Java 99; this is Java ");
    }

    @Test
    void saysWhyTheStartFailed() throws Exception {
        Bundle plugin = install("fails.jar", bundle("com.example.fails", "1.0.0", Map.of(), FailingActivator.class));
        assertThatThrownBy(plugin::start).isInstanceOf(BundleException.class);

        assertThat(only()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.FAILED);
            assertThat(reason(found)).isEqualTo("its start failed: java.lang.UnsupportedOperationException: invented");
        });
    }

    @Test
    void leavesAPluginStoppedThatWasStopped() throws Exception {
        Bundle plugin = install("pipe.jar", bundle("com.example.pipe", "1.0.0", Map.of(), RegisteringActivator.class));
        plugin.start();
        plugin.stop();

        assertThat(only().state()).isEqualTo(State.STOPPED);
        assertThat(plugin.getState()).isEqualTo(Bundle.RESOLVED);
    }

    @Test
    void saysWhatAComponentWaitsFor() throws Exception {
        components.waiting("com.example.pipe", "com.example.pipe.Reader", "java.time.Clock", "(a=b)");
        install("pipe.jar", bundle("com.example.pipe", "1.0.0", Map.of(), null)).start();

        assertThat(only()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.WAITING);
            assertThat(reason(found))
                    .isEqualTo("its component com.example.pipe.Reader waits for java.time.Clock (a=b)");
        });
    }

    @Test
    void saysWhyAComponentFailed() throws Exception {
        components.failed("com.example.pipe", "com.example.pipe.Reader", "java.lang.Error: invented\n\tat x");
        install("pipe.jar", bundle("com.example.pipe", "1.0.0", Map.of(), null)).start();

        assertThat(only()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.FAILED);
            assertThat(reason(found))
                    .isEqualTo("its component com.example.pipe.Reader failed: java.lang.Error: invented");
        });
    }

    @Test
    void rejectsWhatIsNoBundle() throws Exception {
        Files.writeString(folder.resolve("b-text.jar"), "no jar");
        Files.writeString(folder.resolve("a-notes.txt"), "notes");
        Files.writeString(folder.resolve(".half.jar"), "being written");
        Files.writeString(folder.resolve("com.example.cfg"), "a=b");
        write(folder.resolve("c-plain.jar"), new TestBundle(new Manifest(), null));
        write(folder.resolve("d-version.jar"), bundle("com.example.v", "one", Map.of(), null));

        List<Plugin> found = plugins.list(ADA);

        assertThat(found).extracting(Plugin::state).containsOnly(State.REJECTED);
        assertThat(found)
                .extracting(Plugin::name)
                .containsExactly("a-notes.txt", "b-text.jar", "c-plain.jar", "d-version.jar");
        assertThat(found)
                .extracting(InstalledPluginsTest::reason)
                .containsExactly(
                        "the file is no jar",
                        "the file is no jar",
                        "the jar is no OSGi bundle: its manifest has no Bundle-SymbolicName",
                        "its manifest has no valid Bundle-Version: one");
    }

    @Test
    void tellsAFileThatIsNotInstalledFromOneThatCannotBe() throws Exception {
        install("first.jar", bundle("com.example.pipe", "1.0.0", Map.of(), null))
                .start();
        write(folder.resolve("second.jar"), bundle("com.example.pipe", "1.0.0", Map.of(), null));
        write(folder.resolve("third.jar"), bundle("com.example.pipe", "1.1.0", Map.of(), null));

        assertThat(plugins.list(ADA))
                .extracting(plugin -> plugin.file() + " " + plugin.state() + " " + reason(plugin))
                .containsExactly(
                        "first.jar RUNNING ",
                        "second.jar REJECTED com.example.pipe 1.0.0 is installed already, from first.jar",
                        "third.jar STOPPED it has not been installed yet");
    }

    @Test
    void isShownOnlyToThoseWhoMaySeeIt() {
        assertThatThrownBy(() -> plugins.list(NOBODY)).isInstanceOf(PermissionDenied.class);
    }

    private Plugin only() {
        List<Plugin> found = plugins.list(ADA);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String reason(Plugin plugin) {
        return plugin.reason().text(Locale.ENGLISH);
    }

    private Bundle install(String fileName, TestBundle bundle) throws IOException, BundleException {
        return install(folder.resolve(fileName), bundle);
    }

    private Bundle install(Path path, TestBundle bundle) throws IOException, BundleException {
        write(path, bundle);
        return framework.getBundleContext().installBundle(path.toUri().toString());
    }

    /** A bundle to be packed; {@code activator} is null for none. */
    private record TestBundle(Manifest manifest, Class<?> activator) {}

    private static TestBundle bundle(String name, String version, Map<String, String> headers, Class<?> activator) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        attributes.putValue(Constants.BUNDLE_VERSION, version);
        headers.forEach(attributes::putValue);
        if (activator != null) {
            attributes.putValue(Constants.BUNDLE_ACTIVATOR, activator.getName());
            attributes.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework");
        }
        return new TestBundle(manifest, activator);
    }

    private static void write(Path path, TestBundle bundle) throws IOException {
        bundle.manifest().getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream jar = new JarOutputStream(out, bundle.manifest())) {
            if (bundle.activator() != null) {
                String classFile = bundle.activator().getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(classFile));
                try (InputStream in = bundle.activator().getResourceAsStream("/" + classFile)) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }
}
