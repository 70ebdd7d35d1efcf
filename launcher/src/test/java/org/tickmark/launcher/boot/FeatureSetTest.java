package org.tickmark.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.launcher.boot.FeatureSet.Part;

class FeatureSetTest {
    @TempDir
    Path temp;

    private Path features;
    private Path lib;

    @BeforeEach
    void folders() throws IOException {
        features = Files.createDirectory(temp.resolve("features"));
        lib = Files.createDirectory(temp.resolve("lib"));
        jar("g/a/1/a-1.jar");
        jar("g/b/2/b-2.jar");
    }

    @Test
    void readsBundlesInStartOrder() throws IOException {
        feature("f", "{'id': 'g:b:2', 'start-level': 20}, {'id': 'g:a:1', 'start-level': 1}", "");

        assertThat(read().parts())
                .containsExactly(
                        new Part("g:a:1", 1, lib.resolve("g/a/1/a-1.jar")),
                        new Part("g:b:2", 20, lib.resolve("g/b/2/b-2.jar")));
    }

    @Test
    void aBundleOfTwoFeaturesStartsAtTheLowerLevel() throws IOException {
        feature("f", "{'id': 'g:a:1', 'start-level': 20}", "");
        feature("g", "{'id': 'g:a:1', 'start-level': 10}", "");

        assertThat(read().parts()).extracting(Part::startLevel).containsExactly(10);
    }

    @Test
    void joinsTheConfigurations() throws IOException {
        feature("f", "", "'a.pid': {'port': 8080}");
        feature("g", "", "'b.pid': {'name': 'x'}");

        assertThat(read().configurations().orElseThrow().replaceAll("\\s", ""))
                .contains("\":configurator:resource-version\":1")
                .contains("\"a.pid\":{\"port\":8080}")
                .contains("\"b.pid\":{\"name\":\"x\"}");
    }

    @Test
    void namesTheJarThatIsNotThere() throws IOException {
        feature("f", "{'id': 'g:c:3'}", "");

        assertThatIOException()
                .isThrownBy(this::read)
                .withMessageContaining("c-3.jar")
                .withMessageContaining("f.json");
    }

    @Test
    void namesTheFileThatIsNoFeature() throws IOException {
        Files.writeString(features.resolve("x.json"), "{");

        assertThatIOException().isThrownBy(this::read).withMessageContaining("x.json is no feature");
    }

    @Test
    void aRebuiltJarChangesTheFingerprint() throws IOException {
        feature("f", "{'id': 'g:a:1'}", "");
        String before = read().fingerprint();

        assertThat(read().fingerprint()).isEqualTo(before);
        Files.setLastModifiedTime(lib.resolve("g/a/1/a-1.jar"), FileTime.fromMillis(0));
        assertThat(read().fingerprint()).isNotEqualTo(before);
    }

    private FeatureSet read() throws IOException {
        return FeatureSet.read(features, lib);
    }

    private void feature(String name, String bundles, String configurations) throws IOException {
        String text = "{'feature-resource-version': '1.0', 'id': 'g:" + name + ":1', 'bundles': [" + bundles
                + "], 'configurations': {" + configurations + "}}";
        Files.writeString(features.resolve(name + ".json"), text.replace('\'', '"'));
    }

    private void jar(String path) throws IOException {
        Path jar = lib.resolve(path);
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }
}
