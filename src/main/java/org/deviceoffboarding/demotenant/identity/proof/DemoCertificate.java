package org.deviceoffboarding.demotenant.identity.proof;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/**
 * A private key with a certificate that it signed itself, as an administrator makes one for an app registration. Java makes none.
 *
 * @param keys RSA's
 */
public record DemoCertificate(KeyPair keys, X509Certificate certificate) {

    private static final int KEY_BITS = 2048;
    private static final int SERIAL_BITS = 100;
    private static final int LINE = 64;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));

    /** Makes one that is valid for a time, with a new key. */
    public static DemoCertificate of(String name, Instant from, Instant until) {
        return of(name, newKeys("RSA", KEY_BITS), from, until);
    }

    /** Makes one of a key that there is. */
    public static DemoCertificate of(String name, KeyPair keys, Instant from, Instant until) {
        try {
            byte[] content = content(name, keys, from, until);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] whole = Der.sequence(content, Der.SHA256_WITH_RSA, Der.bits(signature.sign()));
            return new DemoCertificate(keys, (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA and X.509", e);
        }
    }

    /** Makes keys of some kind. */
    public static KeyPair newKeys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /** Returns the key and the certificate as one file in PEM form. */
    public String pem() {
        return keyPem() + certificatePem();
    }

    /** Returns the key alone. */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** Returns the certificate alone, which is what Entra is given. */
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was parsed can be encoded", e);
        }
    }

    /** Returns something in PEM form. */
    public static String pem(String label, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, LINES.encodeToString(content), label);
    }

    @Override
    public String toString() {
        return "DemoCertificate[" + certificate.getSubjectX500Principal() + "]";
    }

    /** Source: RFC 5280, section 4.1. */
    private static byte[] content(String name, KeyPair keys, Instant from, Instant until) {
        byte[] who = Der.commonName(name);
        return Der.sequence(
                Der.VERSION_3,
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE)),
                Der.SHA256_WITH_RSA,
                who,
                Der.sequence(Der.time(from), Der.time(until)),
                who,
                keys.getPublic().getEncoded());
    }
}
