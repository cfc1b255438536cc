package org.deviceoffboarding.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "secret, '', '', CLIENT_SECRET",
        "'', key.pem, '', CERTIFICATE",
        "' ', '', token, FEDERATED_TOKEN",
    })
    void oneProofIsTheProof(String secret, String certificate, String token, ProofKind kind) {
        assertThat(new ProofSettings(secret, certificate, "", token).kind()).isEqualTo(kind);
    }

    @Test
    void twoProofsAreRefusedByTheirNames() {
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("secret", "key.pem", "", "").kind())
                .withMessage("The portal proves itself in one way: keep one of PORTAL_TENANT_CLIENT_SECRET and"
                        + " PORTAL_TENANT_CERTIFICATE_FILE, and leave out the rest.");
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("secret", "key.pem", "", "token").kind())
                .withMessageContaining("PORTAL_TENANT_FEDERATED_TOKEN_FILE");
    }

    @Test
    void noProofIsRefused() {
        assertThat(new ProofSettings("", "", "", "").any()).isFalse();
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("", "", "", "").check())
                .withMessageContaining("nothing to prove itself with");
    }

    @Test
    void anAlgorithmThatEntraDoesNotTakeIsRefused() {
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("secret", "", "ES256", "").check())
                .withMessageContaining("set RS256 or PS256");
    }

    @Test
    void aFileThatIsNotThereIsNamedByItsSetting(@TempDir Path folder) {
        String missing = folder.resolve("nothing").toString();

        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("", missing, "", "").check())
                .withMessageStartingWith("PORTAL_TENANT_CERTIFICATE_FILE names a file that is not there");
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("", "", "", missing).check())
                .withMessageStartingWith("PORTAL_TENANT_FEDERATED_TOKEN_FILE names a file that is not there");
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new ProofSettings("", folder.toString(), "", "").check())
                .withMessageContaining("can't be read");
    }

    @Test
    void noSecretIsInItsText() {
        assertThat(new ProofSettings("hunter2", "", "", "").toString()).isEqualTo("ProofSettings[CLIENT_SECRET]");
    }
}
