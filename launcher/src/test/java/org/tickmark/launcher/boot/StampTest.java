package org.tickmark.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
    @TempDir
    Path cache;

    @Test
    void standsAfterAnOrderlyStop() throws IOException {
        new Stamp(cache).put("abc");

        assertThat(new Stamp(cache).takeIfEqual("abc")).isTrue();
    }

    @Test
    void isGoneOnceTheCacheIsInUse() throws IOException {
        new Stamp(cache).put("abc");
        new Stamp(cache).takeIfEqual("abc");

        assertThat(new Stamp(cache).takeIfEqual("abc")).isFalse();
    }

    @Test
    void doesNotVouchForOtherBundles() throws IOException {
        new Stamp(cache).put("abc");

        assertThat(new Stamp(cache).takeIfEqual("abd")).isFalse();
        assertThat(new Stamp(cache).takeIfEqual("abc")).isFalse();
    }
}
