package org.tickmark.kit.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** From FIPS 180-4, the examples of the standard. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    @Test
    void hashesBytesTextStreamAndFileAlike() throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);

        assertThat(Sha256.hex(abc)).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.hex(new ByteArrayInputStream(abc))).isEqualTo(OF_ABC);
        assertThat(Sha256.hex(Files.write(folder.resolve("f"), abc))).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("")).isEqualTo(OF_NOTHING);
    }

    @Test
    void hashesStreamsLongerThanTheBuffer() throws IOException {
        byte[] much = new byte[200_001];

        assertThat(Sha256.hex(new ByteArrayInputStream(much))).isEqualTo(Sha256.hex(much));
    }

    @Test
    void takesPieces() {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 'a');
        digest.update((byte) 'b');
        digest.update((byte) 'c');

        assertThat(Sha256.format(digest)).isEqualTo(OF_ABC);
    }
}
