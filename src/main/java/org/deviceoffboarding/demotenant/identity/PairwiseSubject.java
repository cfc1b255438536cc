package org.deviceoffboarding.demotenant.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The {@code sub} of a person: the same at every sign-in to one application, and no ID that Graph would know. */
final class PairwiseSubject {

    private PairwiseSubject() {}

    static String of(DemoPerson person) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((DemoClientConfiguration.CLIENT_ID + "/" + person.objectId())
                            .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
