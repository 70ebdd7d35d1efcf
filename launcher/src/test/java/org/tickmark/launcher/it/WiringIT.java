package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.tickmark.api.message.Message;
import org.tickmark.kit.wire.ClientFrame;
import org.tickmark.kit.wire.Frame;
import org.tickmark.launcher.boot.FeatureSet;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.boot.Readiness;
import org.tickmark.launcher.boot.Workbench;
import org.tickmark.launcher.session.Connection;
import org.tickmark.launcher.session.Terminal;

/** Boots the distribution in this process. */
class WiringIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path temp;

    @Test
    void everyBundleIsActiveEveryComponentSatisfiedAndEveryListThere() throws Exception {
        Places places = places(Tickmark.HOME);
        try (Workbench workbench = Workbench.boot(places, Workbench.Purpose.SERVER, Duration.ZERO)) {
            Readiness readiness = workbench.awaitReady(PATIENCE);

            assertThat(readiness.missing()).isEmpty();
            assertThat(readiness.verdict()).isEqualTo(Readiness.Verdict.READY);
            assertThat(workbench.context().getBundles()).allSatisfy(bundle -> assertThat(bundle.getState())
                    .as(bundle.getSymbolicName())
                    .isEqualTo(Bundle.ACTIVE));
            assertThat(run(places, "import", "files")).isZero();
            assertThat(run(places, "audit", "list")).isZero();
            assertThat(run(places, "task", "list")).isZero();
            assertThat(run(places, "run", "list")).isZero();
            assertThat(run(places, "sys", "nodes")).isZero();
            assertThat(run(places, "sys", "metrics")).isZero();
            assertThat(run(places, "debug", "sessions")).isZero();
        }
    }

    @Test
    void aProviderIsUpdatedWhileTheOthersKeepRunning() throws Exception {
        Places places = places(Tickmark.HOME);
        try (Workbench workbench = Workbench.boot(places, Workbench.Purpose.SERVER, Duration.ZERO)) {
            assertThat(workbench.awaitReady(PATIENCE).missing()).isEmpty();
            assertThat(run(places, "rec", "list")).isZero();
            Bundle provider = bundle(workbench, "org.tickmark.reconciliation");
            Set<String> stopped = new ConcurrentSkipListSet<>();
            workbench.context().addBundleListener((SynchronousBundleListener) event -> noteStop(event, stopped));

            try (InputStream newer = Files.newInputStream(newer("tickmark-reconciliation"))) {
                provider.update(newer);
            }

            assertThat(workbench.awaitReady(PATIENCE).missing()).isEmpty();
            assertThat(provider.getVersion()).hasToString("99.0.0");
            assertThat(stopped).containsExactly("org.tickmark.reconciliation");
            assertThat(run(places, "rec", "list")).isZero();
        }
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Path home = Files.createDirectory(temp.resolve("home"));
        Files.createSymbolicLink(home.resolve("lib"), Tickmark.HOME.resolve("lib"));
        copyFeaturesWithout("tickmark-books", Files.createDirectory(home.resolve("features")));

        try (Workbench workbench = Workbench.boot(places(home), Workbench.Purpose.SERVER, Duration.ZERO)) {
            Readiness readiness = workbench.awaitReady(Duration.ofSeconds(5));

            assertThat(readiness.verdict()).isEqualTo(Readiness.Verdict.WAITING);
            assertThat(readiness.missing()).extracting(Message::toString).anySatisfy(text -> assertThat(text)
                    .contains("Component org.tickmark.")
                    .contains("waits for org.tickmark.api.host.books.Books"));
        }
    }

    private static void noteStop(BundleEvent event, Set<String> stopped) {
        if (event.getType() == BundleEvent.STOPPED) {
            stopped.add(event.getBundle().getSymbolicName());
        }
    }

    private Path newer(String artifact) throws IOException {
        Path jar = FeatureSet.read(Tickmark.HOME.resolve("features"), Tickmark.HOME.resolve("lib")).parts().stream()
                .map(FeatureSet.Part::jar)
                .filter(path -> path.getFileName().toString().startsWith(artifact))
                .findFirst()
                .orElseThrow();
        return Jars.rewritten(jar, temp.resolve("newer.jar"), Map.of("Bundle-Version", "99.0.0"));
    }

    private static void copyFeaturesWithout(String artifact, Path target) throws IOException {
        try (DirectoryStream<Path> features = Files.newDirectoryStream(Tickmark.HOME.resolve("features"))) {
            for (Path feature : features) {
                String text = Files.readString(feature)
                        .replaceAll("\\{\"id\": \"org\\.tickmark:" + artifact + ":[^}]*},?\\s*", "");
                Files.writeString(target.resolve(feature.getFileName()), text);
            }
        }
    }

    private static Bundle bundle(Workbench workbench, String symbolicName) {
        return Stream.of(workbench.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }

    private static int run(Places places, String... words) throws IOException {
        ClientFrame.Hello hello = new ClientFrame.Hello(
                Frame.VERSION, places.data().toString(), Locale.ENGLISH, 0, false, false, false, false, "test");
        try (Connection connection = Connection.open(places.data(), hello).orElseThrow()) {
            return connection.carryOut(new ClientFrame.Run(List.of(words)), Terminal.ofProcess());
        }
    }

    private Places places(Path home) throws IOException {
        return new Places(
                home,
                Files.createDirectory(temp.resolve("data")),
                Tickmark.HOME.resolve("etc"),
                Files.createDirectory(temp.resolve("plugins")));
    }
}
