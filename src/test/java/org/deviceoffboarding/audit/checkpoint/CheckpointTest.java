package org.deviceoffboarding.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints, signatures and keys are written as C2SP says, and nothing else is read. */
class CheckpointTest {

    /** RFC 8032, 7.1, test 1, in PKCS#8. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final String ORIGIN = "device-offboarding-portal/00000000-0000-0000-0000-000000000001";

    private static final Instant AT = Instant.parse("2026-11-29T15:04:05.123456Z");

    private final CheckpointKey key = CheckpointKey.parse(pem(SEED));
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 70_001, new byte[32], AT);

    private static String pem(String seed) {
        byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(pkcs8)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void aNoteOfAnotherProgramIsReadAndItsSignatureHolds() {
        VerifierKey peter = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note = SignedNote.parse("""
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """);

        assertThat(peter.isSignerOf(note)).isTrue();
        assertThat(peter.isSignerOf(new SignedNote(note.text().replace("problem", "Problem"), note.signatures())))
                .isFalse();
        assertThat(peter.text()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void aCheckpointIsWrittenAsC2spSays() {
        SignedCheckpoint signed = key.sign(checkpoint);

        assertThat(signed.text()).startsWith("""
                device-offboarding-portal/00000000-0000-0000-0000-000000000001
                70001
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
                at 2026-11-29T15:04:05.123456Z

                \u2014 device-offboarding-portal/00000000-0000-0000-0000-000000000001\s""");
        assertThat(signed.text().lines()).hasSize(6);
        assertThat(SignedCheckpoint.parse(signed.text()).checkpoint()).isEqualTo(checkpoint);
        assertThat(SignedCheckpoint.parse(signed.text()).text()).isEqualTo(signed.text());
    }

    @Test
    void aSignatureHoldsWithItsKeyAndNoOther() {
        SignedCheckpoint signed = key.sign(checkpoint);
        VerifierKey own = key.verifierKey(ORIGIN);
        VerifierKey other = CheckpointKey.create().verifierKey(ORIGIN);

        assertThat(signed.isSignedBy(List.of(other, own))).isTrue();
        assertThat(signed.names(own)).isTrue();
        assertThat(signed.isSignedBy(List.of(other))).isFalse();
        assertThat(signed.names(other)).isFalse();
        assertThat(signed.isSignedBy(List.of(key.verifierKey("another-log")))).isFalse();
        assertThat(signed.isSignedBy(List.of())).isFalse();
    }

    @Test
    void whatIsChangedInACheckpointIsFound() {
        String text = key.sign(checkpoint).text();
        List<VerifierKey> own = List.of(key.verifierKey(ORIGIN));
        int accepted = 0;
        for (int i = 0; i < text.length(); i++) {
            for (char other : new char[] {'0', 'A', ' ', '\n', '\u2014'}) {
                String changed = text.substring(0, i) + other + text.substring(i + 1);
                if (!changed.equals(text) && isAccepted(changed, own)) {
                    accepted++;
                }
            }
        }

        assertThat(isAccepted(text, own)).isTrue();
        assertThat(accepted).isZero();
    }

    private static boolean isAccepted(String note, List<VerifierKey> keys) {
        try {
            return SignedCheckpoint.parse(note).isSignedBy(keys);
        } catch (MalformedNoteException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "log\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z\n",
                "log\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z\n",
                "log\n9999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\nat 2026-11-29T15:04:05Z\n",
                "log\n1\nAAAA\nat 2026-11-29T15:04:05Z\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05.1Z\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05.1234567Z\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat yesterday\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z\nmore\n",
                "log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z",
                "two words\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z\n",
                "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nat 2026-11-29T15:04:05Z\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nno dash AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 AAAAAAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\r\n\n\u2014 name AAAAAAAA\n",
                "\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA\n\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> SignedNote.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void whatIsNoVerifierKeyIsRefused(String text) {
        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> VerifierKey.parse(text));
    }

    @Test
    void thePublicKeyIsMadeFromThePrivateOne() {
        String typed = key.verifierKey("log").text().split("\\+", 3)[2];

        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(typed))).isEqualTo("01" + PUBLIC);
    }

    @Test
    void aKeyIsTheSameAfterItWasWrittenDown() {
        CheckpointKey made = CheckpointKey.create();

        assertThat(CheckpointKey.parse(made.pem()).verifierKey("log")).isEqualTo(made.verifierKey("log"));
        assertThat(made.pem().lines()).first().isEqualTo("-----BEGIN PRIVATE KEY-----");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
            })
    void whatIsNoPrivateKeyIsRefusedWithoutRepeatingIt(String pem) {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> CheckpointKey.parse(pem))
                .withMessage("It is not a private key of Ed25519 in PEM form (PKCS#8)")
                .withNoCause();
    }
}
