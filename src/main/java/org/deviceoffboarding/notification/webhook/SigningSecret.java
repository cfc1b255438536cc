package org.deviceoffboarding.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver checks by that a request is the portal's, as the Standard Webhooks have it.
 *
 * @param text beginning with {@code whsec_}, as receivers take it
 */
record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    /** Makes one that nobody can guess. */
    static SigningSecret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** Returns a signature as it stands in {@code webhook-signature}, beside others. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
