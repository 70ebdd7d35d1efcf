package org.tickmark.kit.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;

class UnpackingTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    /** Says what was refused by a code alone. */
    private static final class Codes implements Unpacking.Refusals {
        @Override
        public Problem tooLarge(long most) {
            return problem("limit");
        }

        @Override
        public Problem tooTight(int times) {
            return problem("tight");
        }

        @Override
        public Problem damaged(IOException why) {
            return problem("damaged");
        }

        private static Problem problem(String code) {
            return Problem.error(code, Message.verbatim(code)).build();
        }
    }

    @Test
    void countsOverAllThatAFileHolds() throws IOException {
        Unpacking unpacking = new Unpacking(100, 10, new Codes());

        assertThat(unpacking.of(bytes(6)).readAllBytes()).hasSize(6);
        assertThat(refusal(unpacking.of(bytes(5)))).isEqualTo("limit");
    }

    @Test
    void takesMuchOutOfLittleOnlyUpToAPoint() throws IOException {
        int packed = 64 * 1024;

        assertThat(new Unpacking(packed, Long.MAX_VALUE, new Codes())
                        .of(bytes(15 * MEGABYTE))
                        .readAllBytes())
                .hasSize(15 * MEGABYTE);
        assertThat(refusal(new Unpacking(packed, Long.MAX_VALUE, new Codes()).of(bytes(17 * MEGABYTE))))
                .isEqualTo("tight");
    }

    @Test
    void comparesTheChecksumOfAnEntryOnceItIsReadToItsEnd() throws IOException {
        Path file = folder.resolve("a.zip");
        byte[] zip = zip("some text");
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("some");
        Files.write(file, zip);
        assertThat(read(file)).isEqualTo("some text");
        zip[at] = 'S';
        Files.write(file, zip);

        assertThat(catchThrowableOfType(TickmarkException.class, () -> read(file))
                        .problem()
                        .code())
                .isEqualTo("damaged");
    }

    private static String read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.entries().nextElement();
            InputStream in = new Unpacking(Files.size(file), MEGABYTE, new Codes()).of(zip, entry);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] zip(String text) throws IOException {
        Path file = folder.resolve("made.zip");
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("a");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return Files.readAllBytes(file);
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    private static String refusal(InputStream in) {
        return catchThrowableOfType(TickmarkException.class, in::readAllBytes)
                .problem()
                .code();
    }
}
