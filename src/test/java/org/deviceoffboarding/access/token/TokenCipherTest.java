package org.deviceoffboarding.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.delegation.SecretKeyCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;

@ExtendWith(OutputCaptureExtension.class)
class TokenCipherTest {

    private static final TokenOwner ADA = new TokenOwner("actions", "ada");

    private static final TokenCipher CIPHER = new TokenCipher("the key of this portal");

    private static final EncryptedToken ENCRYPTED = CIPHER.encrypt("a refresh token", ADA);

    @Test
    void itsOwnersTokenIsReadAndIsNeverTheSameTwice() {
        assertThat(CIPHER.decrypt(ENCRYPTED)).isEqualTo("a refresh token");
        assertThat(new TokenCipher("the key of this portal").decrypt(ENCRYPTED)).isEqualTo("a refresh token");
        assertThat(CIPHER.encrypt("a refresh token", ADA).text()).isNotEqualTo(ENCRYPTED.text());
        assertThat(ENCRYPTED.keyId())
                .hasSize(16)
                .isNotEqualTo(new TokenCipher("another").encrypt("", ADA).keyId());
    }

    @Test
    void anotherKeyIsToldFromAChangedRow() {
        assertThatExceptionOfType(UnreadableTokenException.class)
                .isThrownBy(() -> new TokenCipher("another key").decrypt(ENCRYPTED))
                .satisfies(unreadable -> assertThat(unreadable.otherKey()).isTrue())
                .withMessageNotContaining("a refresh token");
    }

    static Stream<EncryptedToken> changed() {
        String text = ENCRYPTED.text();
        String salt = ENCRYPTED.salt();
        String key = ENCRYPTED.keyId();
        return Stream.of(
                new EncryptedToken(new TokenOwner("actions", "ben"), text, salt, key),
                new EncryptedToken(new TokenOwner("agent", "ada"), text, salt, key),
                new EncryptedToken(ADA, text.substring(2), salt, key),
                new EncryptedToken(ADA, "", salt, key),
                new EncryptedToken(ADA, text, salt.replace(salt.charAt(0), salt.charAt(0) == '0' ? '1' : '0'), key),
                new EncryptedToken(ADA, text, salt, "another"),
                new EncryptedToken(ADA, text, salt, null));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void whatWasChangedOrMovedToAnotherOwnerIsNotRead(EncryptedToken changed) {
        assertThatExceptionOfType(UnreadableTokenException.class).isThrownBy(() -> CIPHER.decrypt(changed));
        assertThat(CIPHER.reads(changed)).isFalse();
    }

    @Test
    void whatAVersionBeforeKeptIsStillRead() {
        String salt = KeyGenerators.string().generateKey();
        String text = Encryptors.delux("the key of this portal", salt).encrypt("a refresh token");

        assertThat(CIPHER.decrypt(new EncryptedToken(ADA, text, salt, null))).isEqualTo("a refresh token");
    }

    @Test
    void theStartSaysWhatCannotBeReadAndHowToGoOnAndNothingWhereAllCan(CapturedOutput output) {
        new SecretKeyCheck(List.of(unreadable()), "").check();
        assertThat(output.getAll()).doesNotContain("PORTAL_SECRET_KEY");

        new SecretKeyCheck(List.of(unreadable("the agent's sign-in (ada)"), unreadable("the sign-in of ben")), "")
                .check();
        assertThat(output.getAll())
                .contains(
                        "PORTAL_SECRET_KEY is not the key",
                        "the agent's sign-in (ada), the sign-in of ben",
                        "Start the portal with the key it had before",
                        "an owner renews the agent under Settings",
                        "enters the address of each webhook again and replaces its secret");
    }

    @Test
    void theStartNamesTheFileWhereTheKeyIsInOne(CapturedOutput output) {
        new SecretKeyCheck(List.of(unreadable("the webhook \"Tickets\"")), "/data/secret.key").check();

        assertThat(output.getAll())
                .contains("because the key in the file /data/secret.key is not the key", "the webhook \"Tickets\"")
                .doesNotContain("PORTAL_SECRET_KEY");
    }

    private static KeptTokens unreadable(String... names) {
        return new KeptTokens() {
            @Override
            public List<String> unreadable() {
                return List.of(names);
            }

            @Override
            public List<EncryptedToken> keptWithout(String keyId) {
                return List.of();
            }

            @Override
            public boolean keepAnew(EncryptedToken kept, EncryptedToken anew) {
                return false;
            }
        };
    }
}
