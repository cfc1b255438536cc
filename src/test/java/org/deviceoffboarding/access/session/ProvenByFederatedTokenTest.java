package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.TestProof;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.proof.ProofKind;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@PortalOnAPort
@TestPropertySource(properties = "test.proof=FEDERATED_TOKEN")
class ProvenByFederatedTokenTest extends ProvenPortal {

    @Override
    ProofKind kind() {
        return ProofKind.FEDERATED_TOKEN;
    }

    @Override
    void writeWhatIsAccepted() throws Exception {
        write(TestProof.newToken(tenant()) + "\n");
    }

    @Override
    String letTheTenantRefuseIt() {
        switches().trustWorkload(false);
        return "700211";
    }

    @Test
    void aFileThatIsGoneIsToldToEachAndIsReadAgainOnceItIsThere() throws Exception {
        lendToTheAgent();
        delete();

        Visit visit = visit();
        assertThat(visit.signIn()).isEqualTo("/sign-in-problem");
        assertThat(visit.read()).contains("PORTAL_TENANT_FEDERATED_TOKEN_FILE names a file that is not there");
        assertRefused(agent().tokens(), "names a file that is not there");

        writeWhatIsAccepted();

        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
        assertThat(agent().tokens().get()).isNotEmpty();
    }
}
