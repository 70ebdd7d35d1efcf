package org.tickmark.mail.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** What certificates are trusted: those that Java trusts, and those of a file. */
final class Certificates {
    private Certificates() {}

    /**
     * Makes TLS sockets by that trust.
     *
     * @throws IOException if the file cannot be read or holds no certificates
     */
    static SSLSocketFactory sockets(Optional<Path> file) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (X509Certificate issuer : ofJava().getAcceptedIssuers()) {
                trusted.setCertificateEntry("java-" + trusted.size(), issuer);
            }
            if (file.isPresent()) {
                add(trusted, file.get());
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(trusted), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(file.map(Path::toString).orElse("TLS") + ": " + e.getMessage(), e);
        }
    }

    private static void add(KeyStore trusted, Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("file-" + trusted.size(), certificate);
            }
        }
    }

    private static X509TrustManager ofJava() throws GeneralSecurityException {
        return (X509TrustManager) managers(null)[0];
    }

    /** The managers of a store; of the one of Java for null. */
    private static TrustManager[] managers(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
