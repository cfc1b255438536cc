package org.deviceoffboarding.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

/** That a signature was found right says nothing about any other. */
class RightSignaturesTest {

    private static final int MORE_THAN_ARE_REMEMBERED = 100;

    private final RightSignatures signatures = new RightSignatures();
    private final KeyPair key = Ed25519.create();

    @Test
    void whatWasFoundRightIsRightOnlyForItsKeyItsContentAndItself() {
        byte[] content = content(1);
        byte[] signature = Ed25519.sign(key.getPrivate(), content);
        assertThat(signatures.isRight(key.getPublic(), content, signature)).isTrue();

        assertThat(signatures.isRight(key.getPublic(), content, signature)).isTrue();
        assertThat(signatures.isRight(Ed25519.create().getPublic(), content, signature))
                .isFalse();
        assertThat(signatures.isRight(key.getPublic(), content(2), signature)).isFalse();
        signature[0] ^= 1;
        assertThat(signatures.isRight(key.getPublic(), content, signature)).isFalse();
        content[0] ^= 1;
        signature[0] ^= 1;
        assertThat(signatures.isRight(key.getPublic(), content, signature)).isFalse();
    }

    @Test
    void whatIsNoLongerRememberedIsFoundOutAgain() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < MORE_THAN_ARE_REMEMBERED; i++) {
                byte[] content = content(i);
                assertThat(signatures.isRight(key.getPublic(), content, Ed25519.sign(key.getPrivate(), content)))
                        .isTrue();
            }
        }
    }

    private static byte[] content(int number) {
        return ("content " + number).getBytes(StandardCharsets.UTF_8);
    }
}
