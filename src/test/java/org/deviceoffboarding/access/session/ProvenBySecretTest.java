package org.deviceoffboarding.access.session;

import org.deviceoffboarding.proof.ProofKind;

@PortalOnAPort
class ProvenBySecretTest extends ProvenPortal {

    @Override
    ProofKind kind() {
        return ProofKind.CLIENT_SECRET;
    }

    @Override
    void writeWhatIsAccepted() {
        switches().expireSecret(false);
    }

    @Override
    String letTheTenantRefuseIt() {
        switches().expireSecret(true);
        return "7000222";
    }
}
