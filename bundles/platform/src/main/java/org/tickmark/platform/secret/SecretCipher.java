package org.tickmark.platform.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under one key, with a random nonce of 96 bits and the secret's name as additional data, so
 * that a ciphertext moved to another name does not open. Safe for use from many threads.
 */
final class SecretCipher {
    static final int KEY_BYTES = 32;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 8;
    private static final int MAX_BYTES_PER_CHAR = 3;

    private final SecretKey key;
    private final String id;
    private final SecureRandom random;

    SecretCipher(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.id = id(key);
        this.random = random;
    }

    /**
     * What is kept of a secret, in Base64.
     *
     * @param ciphertext with the tag at its end
     */
    record Sealed(String nonce, String ciphertext) {}

    /** Names the key without telling it: the beginning of its SHA-256. */
    String id() {
        return id;
    }

    private static String id(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Sealed seal(String name, char[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = utf8(value);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(plain);
            Base64.Encoder base64 = Base64.getEncoder();
            return new Sealed(base64.encodeToString(nonce), base64.encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + TRANSFORMATION, e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The value; empty if it was sealed under another name or another key, or altered since. */
    Optional<char[]> open(String name, Sealed sealed) {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] nonce = base64.decode(sealed.nonce());
            byte[] ciphertext = base64.decode(sealed.ciphertext());
            // The provider takes other lengths for mistakes of its caller.
            boolean wellFormed = nonce.length == NONCE_BYTES && ciphertext.length >= TAG_BITS / Byte.SIZE;
            return wellFormed ? Optional.of(opened(name, nonce, ciphertext)) : Optional.empty();
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + TRANSFORMATION, e);
        }
    }

    private char[] opened(String name, byte[] nonce, byte[] ciphertext) throws GeneralSecurityException {
        byte[] plain = cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(ciphertext);
        try {
            return chars(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] utf8(char[] value) {
        ByteBuffer encoded = ByteBuffer.allocate(value.length * MAX_BYTES_PER_CHAR);
        CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        if (result.isError()) {
            throw new IllegalArgumentException("A secret must not hold half of a surrogate pair");
        }
        return bytes;
    }

    private static char[] chars(byte[] utf8) {
        CharBuffer decoded = CharBuffer.allocate(utf8.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8), decoded, true);
        char[] chars = Arrays.copyOf(decoded.array(), decoded.position());
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }
}
