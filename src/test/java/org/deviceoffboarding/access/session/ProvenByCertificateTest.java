package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.deviceoffboarding.TestProof;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.demotenant.identity.proof.AppCredentials;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.proof.ProofKind;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@PortalOnAPort
@TestPropertySource(properties = {"test.proof=CERTIFICATE", "portal.tenant.certificate-algorithm=PS256"})
class ProvenByCertificateTest extends ProvenPortal {

    @Override
    ProofKind kind() {
        return ProofKind.CERTIFICATE;
    }

    @Override
    void writeWhatIsAccepted() throws Exception {
        write(TestProof.newCertificate(tenant()).pem());
    }

    @Override
    String letTheTenantRefuseIt() {
        tenant().context().getBean(AppCredentials.class).removeCertificates();
        return "700027";
    }

    @Test
    void aCertificateWhoseTimeIsOverIsToldToEachAndTheNextOneIsUsedWithoutARestart() throws Exception {
        lendToTheAgent();
        AccessTokens approver = tokensOfAnApprover();
        Instant now = clock().instant();
        write(TestProof.accepted(
                        tenant(),
                        DemoCertificate.of("old", now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))))
                .pem());

        Visit visit = visit();
        assertThat(visit.signIn()).isEqualTo("/sign-in-problem");
        assertThat(visit.read())
                .contains(
                        "The portal can&#39;t prove itself to the tenant",
                        "the certificate that it proves itself with has expired",
                        "PORTAL_TENANT_CERTIFICATE_FILE")
                .doesNotContain("AADSTS");
        assertRefused(agent().tokens(), "can't ask the tenant for the agent's sign-in", "It expired at ");
        assertRefused(approver, "can't ask the tenant for the sign-in of approver@contoso.example for actions");

        writeWhatIsAccepted();

        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
        assertThat(agent().tokens().get()).isNotEmpty();
        assertThat(approver.get()).isNotEmpty();
    }

    @Test
    void aKeyThatIsAnothersIsToldWhileTheOneOfBeforeIsUsedOn() throws Exception {
        DemoCertificate other = TestProof.newCertificate(tenant());
        String before = proof().state().thumbprint();

        write(other.keyPem() + TestProof.newCertificate(tenant()).certificatePem());

        assertThat(proof().state().problem()).contains("do not belong together");
        assertThat(proof().state().thumbprint()).isEqualTo(before);
        assertThat(visit().signIn()).isNotEqualTo("/sign-in-problem");
        write(other.pem());
        assertThat(proof().state().problem()).isEmpty();
        assertThat(Objects.requireNonNull(proof().state().validUntil())).isAfter(inDays(100));
    }

    @Test
    void anAssertionOfAClockThatIsWrongIsTheClocksFault() {
        lendToTheAgent();
        switches().setClockAhead(Duration.ofHours(1));

        assertRefused(agent().tokens(), "AADSTS700024", "time server");
    }
}
