package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.tickmark.launcher.boot.Places;
import org.tickmark.launcher.boot.Readiness;
import org.tickmark.launcher.boot.Workbench;

/** Boots the distribution in this process. */
class WiringIT {
    @TempDir
    Path temp;

    @Test
    void everyBundleIsActiveAndEveryComponentSatisfied() throws Exception {
        try (Workbench workbench = Workbench.boot(places(), Duration.ZERO)) {
            Readiness readiness = workbench.awaitReady(Duration.ofMinutes(2));

            assertThat(readiness.missing()).isEmpty();
            assertThat(readiness.verdict()).isEqualTo(Readiness.Verdict.READY);
            assertThat(workbench.context().getBundles()).allSatisfy(bundle -> assertThat(bundle.getState())
                    .as(bundle.getSymbolicName())
                    .isEqualTo(Bundle.ACTIVE));
        }
    }

    private Places places() throws Exception {
        return new Places(
                Tickmark.HOME,
                Files.createDirectory(temp.resolve("data")),
                Tickmark.HOME.resolve("etc"),
                Files.createDirectory(temp.resolve("plugins")));
    }
}
