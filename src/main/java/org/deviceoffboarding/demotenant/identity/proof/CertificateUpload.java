package org.deviceoffboarding.demotenant.identity.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;

/** Reads a certificate that somebody adds to the app registration. */
public final class CertificateUpload {

    private CertificateUpload() {}

    /**
     * @param pem the certificate, without its key
     * @throws IllegalArgumentException if it is none, or none with a key of RSA; the message says so
     */
    public static X509Certificate read(String pem) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (certificate.getPublicKey() instanceof RSAPublicKey) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException("This is no certificate in PEM form");
        }
        throw new IllegalArgumentException("The demo tenant takes certificates with keys of RSA, as Entra does");
    }
}
