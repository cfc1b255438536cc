package org.deviceoffboarding.proof;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/** A private key and a certificate of the app registration that belongs to it. */
record AppCertificate(RSAPrivateKey key, X509Certificate certificate) {

    static final String SHA_256 = "SHA-256";

    static final String SHA_1 = "SHA-1";

    Instant validFrom() {
        return certificate.getNotBefore().toInstant();
    }

    Instant validUntil() {
        return certificate.getNotAfter().toInstant();
    }

    boolean isGood(Instant now) {
        return !isEarly(now) && now.isBefore(validUntil());
    }

    /** Returns whether it is not valid yet. */
    boolean isEarly(Instant now) {
        return now.isBefore(validFrom());
    }

    /**
     * Returns what Entra knows a certificate by: {@link #SHA_256} in an assertion ({@code x5t#S256}), {@link #SHA_1} on pages.
     */
    byte[] thumbprint(String digest) {
        try {
            return MessageDigest.getInstance(digest).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + digest + ", and what was parsed can be encoded", e);
        }
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) certificate.getPublicKey();
    }

    @Override
    public String toString() {
        return "AppCertificate[validUntil=" + validUntil() + "]";
    }
}
