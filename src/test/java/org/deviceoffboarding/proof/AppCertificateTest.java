package org.deviceoffboarding.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.junit.jupiter.api.Test;

/** What a file with a key and a certificate may be, and what it is told to whoever wrote it where it may not. */
class AppCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final DemoCertificate OURS = certificate("ours", 2048);
    private static final DemoCertificate OTHER = certificate("another", 2048);

    @Test
    void aKeyAndItsCertificateAreRead() {
        AppCertificate read = AppCertificates.parse(OURS.pem()).at(NOW);

        assertThat(read.key()).isEqualTo(OURS.keys().getPrivate());
        assertThat(read.certificate()).isEqualTo(OURS.certificate());
        assertThat(read.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(read.thumbprint(AppCertificate.SHA_256)).hasSize(32);
        assertThat(read.thumbprint(AppCertificate.SHA_1)).hasSize(20);
    }

    @Test
    void neitherTheirOrderNorTextBetweenThemMatters() {
        String text = "Bag Attributes\n    friendlyName: portal\n" + OURS.certificatePem() + "\nsubject=CN = portal\n"
                + OURS.keyPem();

        assertThat(AppCertificates.parse(text.replace("\n", "\r\n")).at(NOW).certificate())
                .isEqualTo(OURS.certificate());
    }

    @Test
    void ofSeveralCertificatesTheOneOfTheKeyIsTaken() {
        AppCertificate read = AppCertificates.parse(OTHER.certificatePem() + OURS.pem() + OTHER.certificatePem())
                .at(NOW);

        assertThat(read.certificate()).isEqualTo(OURS.certificate());
    }

    @Test
    void ofSeveralCertificatesOfTheKeyTheOneThatEndsLastIsTaken() {
        DemoCertificate renewed =
                DemoCertificate.of("ours", OURS.keys(), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(400)));

        assertThat(AppCertificates.parse(OURS.pem() + renewed.certificatePem())
                        .at(NOW)
                        .certificate())
                .isEqualTo(renewed.certificate());
        assertThat(AppCertificates.parse(renewed.certificatePem() + OURS.pem())
                        .at(NOW)
                        .certificate())
                .isEqualTo(renewed.certificate());
    }

    @Test
    void ofAValidCertificateAndOneThatIsNotYetTheValidOneCountsUntilTheOthersDayComes() {
        Instant day = NOW.plus(Duration.ofDays(30));
        DemoCertificate next = DemoCertificate.of("ours", OURS.keys(), day, NOW.plus(Duration.ofDays(400)));
        AppCertificates both = AppCertificates.parse(next.certificatePem() + OURS.pem());

        assertThat(both.at(NOW).certificate()).isEqualTo(OURS.certificate());
        assertThat(both.at(day.minusSeconds(1)).certificate()).isEqualTo(OURS.certificate());
        assertThat(both.at(day).certificate()).isEqualTo(next.certificate());
    }

    @Test
    void whereNoneIsValidTheNextOneCountsAndElseTheLast() {
        Instant day = NOW.plus(Duration.ofDays(200));
        DemoCertificate next = DemoCertificate.of("ours", OURS.keys(), day, day.plus(Duration.ofDays(1)));
        AppCertificates both = AppCertificates.parse(next.certificatePem() + OURS.pem());

        assertThat(both.at(day.minus(Duration.ofDays(1))).certificate()).isEqualTo(next.certificate());
        assertThat(both.at(day.plus(Duration.ofDays(1))).certificate()).isEqualTo(next.certificate());
        assertThat(both.at(NOW.minus(Duration.ofDays(9))).certificate()).isEqualTo(OURS.certificate());
    }

    @Test
    void aKeyAsOlderProgramsWriteItIsRead() {
        String older = DemoCertificate.pem("RSA PRIVATE KEY", pkcs1(OURS.keys()));

        assertThat(AppCertificates.parse(older + OURS.certificatePem()).at(NOW).key())
                .isEqualTo(OURS.keys().getPrivate());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused("", "has no private key in PEM form");
        assertRefused(OURS.certificatePem(), "has no private key in PEM form");
        assertRefused(OURS.keyPem(), "has a private key and no certificate");
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertRefused(OTHER.keyPem() + OURS.certificatePem(), "that do not belong together");
        assertRefused(OTHER.keyPem() + OURS.pem(), "has several private keys");
    }

    @Test
    void aKeyThatAsksForAPasswordIsRefusedWithHowToTakeItOff() {
        assertRefused(
                DemoCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2}) + OURS.certificatePem(),
                "openssl pkey");
        assertRefused(
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n"
                        + "-----END RSA PRIVATE KEY-----\n" + OURS.certificatePem(),
                "nobody to ask for its password");
    }

    @Test
    void aKeyThatEntraDoesNotTakeIsRefused() {
        KeyPair elliptic = DemoCertificate.newKeys("EC", 256);
        String pem = DemoCertificate.pem("PRIVATE KEY", elliptic.getPrivate().getEncoded());

        assertRefused(pem + OURS.certificatePem(), "not one of RSA");
        assertRefused(certificate("short", 1024).pem(), "less than 2048 bits");
    }

    @Test
    void whatIsDamagedIsRefusedWithoutShowingAnyOfIt() {
        String cut = OURS.keyPem().replaceFirst("\\n[A-Za-z0-9+/=]{64}\\n", "\nAAAA\n");

        assertRefused(cut + OURS.certificatePem(), "damaged");
        assertRefused(
                OURS.keyPem() + DemoCertificate.pem("CERTIFICATE", new byte[] {1, 2, 3}),
                "a certificate that is damaged");
    }

    @Test
    void noPartOfTheKeyIsInItsText() {
        assertThat(AppCertificates.parse(OURS.pem()).at(NOW).toString())
                .isEqualTo("AppCertificate[validUntil=2027-02-27T10:00:00Z]");
    }

    private static void assertRefused(String text, String why) {
        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> AppCertificates.parse(text))
                .withMessageStartingWith("PORTAL_TENANT_CERTIFICATE_FILE names a file that ")
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain(Base64.getEncoder()
                                .encodeToString(OURS.keys().getPrivate().getEncoded())
                                .substring(40, 60)));
    }

    /** Java writes PKCS #8, in which the older form is the last part, after 26 bytes. */
    private static byte[] pkcs1(KeyPair keys) {
        byte[] whole = keys.getPrivate().getEncoded();
        return Arrays.copyOfRange(whole, 26, whole.length);
    }

    private static DemoCertificate certificate(String name, int bits) {
        Instant from = NOW.truncatedTo(ChronoUnit.SECONDS);
        return DemoCertificate.of(
                name,
                DemoCertificate.newKeys("RSA", bits),
                from.minus(Duration.ofDays(1)),
                from.plus(Duration.ofDays(90)));
    }
}
