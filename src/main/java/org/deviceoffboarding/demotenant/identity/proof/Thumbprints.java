package org.deviceoffboarding.demotenant.identity.proof;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** What a certificate is known by. */
final class Thumbprints {

    private Thumbprints() {}

    /** Returns it as {@code x5t#S256} has it. */
    static String sha256(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256, and what was parsed can be encoded", e);
        }
    }
}
