package org.deviceoffboarding.audit.checkpoint;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the last signatures that were found right, since each time the log is sealed the same few are asked about a dozen times: what is
 * right stays so, as neither the key nor what it signed is anything else then. Wrong ones are found out anew each time. For any thread.
 */
final class RightSignatures {

    private static final int REMEMBERED = 64;

    private record Claim(PublicKey key, ByteBuffer content, ByteBuffer signature) {}

    private final Map<Claim, Boolean> right = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Claim, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    boolean isRight(PublicKey key, byte[] content, byte[] signature) {
        Claim claim = new Claim(key, ByteBuffer.wrap(content.clone()), ByteBuffer.wrap(signature.clone()));
        synchronized (right) {
            if (right.get(claim) != null) {
                return true;
            }
        }
        boolean found = Ed25519.isSigned(key, content, signature);
        if (found) {
            synchronized (right) {
                right.put(claim, true);
            }
        }
        return found;
    }
}
