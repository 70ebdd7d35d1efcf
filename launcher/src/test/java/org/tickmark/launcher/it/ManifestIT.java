package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickmark.launcher.boot.FeatureSet;
import org.tickmark.launcher.boot.FeatureSet.Part;

/** Who may know whom, as the design says, read from the built jars. */
class ManifestIT {
    private static final Path LIB = Tickmark.HOME.resolve("lib");
    private static final String API = "org.tickmark.api";
    private static final String RECURRENCE = "org.tickmark.recurrence";

    private static List<Part> parts;
    private static List<BuiltJar> own;
    private static List<BuiltJar> providers;

    @BeforeAll
    static void readJars() throws IOException {
        parts = FeatureSet.read(Tickmark.HOME.resolve("features"), LIB).parts();
        own = parts.stream()
                .filter(part -> part.coordinates().startsWith("org.tickmark:"))
                .map(part -> BuiltJar.read(part.jar()))
                .toList();
        providers = own.stream()
                .filter(jar -> !Set.of(API, RECURRENCE).contains(jar.symbolicName()))
                .toList();
    }

    @Test
    void theFeaturesNameOurBundles() {
        assertThat(own)
                .extracting(BuiltJar::symbolicName)
                .contains(API, "org.tickmark.platform", "org.tickmark.books", "org.tickmark.console");
    }

    @Test
    void providersExportNothing() {
        assertThat(providers)
                .allSatisfy(
                        jar -> assertThat(jar.exports()).as(jar.symbolicName()).isEmpty());
    }

    @Test
    void theApiAndTheCalendarLibraryImportOnlyJava() {
        assertThat(library(API).imports()).allMatch(name -> name.startsWith("java."));
        assertThat(library(RECURRENCE).imports()).allMatch(name -> name.startsWith("java."));
    }

    @Test
    void nobodyRequiresABundle() {
        assertThat(own).allSatisfy(jar -> assertThat(jar.header("Require-Bundle"))
                .as(jar.symbolicName())
                .isEmpty());
    }

    @Test
    void ofOurOwnProvidersImportOnlyTheApiAndTheCalendarLibrary() {
        Set<String> exported = new TreeSet<>(library(API).exports());
        exported.addAll(library(RECURRENCE).exports());
        assertThat(providers).allSatisfy(jar -> assertThat(jar.imports())
                .as(jar.symbolicName())
                .filteredOn(name -> name.startsWith("org.tickmark."))
                .isSubsetOf(exported));
    }

    @Test
    void examplesImportNoContractOfOurOwnBundles() throws IOException {
        assertThat(examples()).isNotEmpty().allSatisfy(jar -> assertThat(jar.imports())
                .as(jar.symbolicName())
                .filteredOn(name -> name.startsWith("org.tickmark."))
                .allMatch(name -> name.startsWith("org.tickmark.api"))
                .noneMatch(name -> name.startsWith("org.tickmark.api.host")));
    }

    @Test
    void kitAndTestkitAreNeitherDeployedNorImported() {
        assertThat(own).extracting(BuiltJar::symbolicName).doesNotContain("org.tickmark.kit", "org.tickmark.testkit");
        assertThat(own).allSatisfy(jar -> assertThat(jar.imports())
                .as(jar.symbolicName())
                .noneMatch(name -> name.startsWith("org.tickmark.kit") || name.startsWith("org.tickmark.testkit")));
    }

    @Test
    void aBundleIsNamedAsItsRootPackage() {
        assertThat(own).allSatisfy(jar -> assertThat(jar.classFiles())
                .as(jar.symbolicName())
                .filteredOn(name -> !name.startsWith("org/tickmark/kit/"))
                .allMatch(name -> name.startsWith(jar.symbolicName().replace('.', '/') + "/")));
    }

    @Test
    void theLibraryHoldsWhatTheFeaturesNameAndNothingElse() throws IOException {
        Set<Path> named = parts.stream().map(Part::jar).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(LIB)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static BuiltJar library(String symbolicName) {
        return own.stream()
                .filter(jar -> jar.symbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }

    private static List<BuiltJar> examples() throws IOException {
        return Stream.of(
                        "tickmark.example.pipe",
                        "tickmark.example.http",
                        "tickmark.example.rule",
                        "tickmark.example.view")
                .map(System::getProperty)
                .map(Path::of)
                .map(BuiltJar::read)
                .toList();
    }
}
