package org.deviceoffboarding.proof;

import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;

/** Shows how the portal proves itself, for pages. */
@Service
@May(Capability.READ)
public class ProofService {

    private final AppProof proof;

    ProofService(AppProof proof) {
        this.proof = proof;
    }

    /** Returns how the portal proves itself now, without any secret; looks at the file. */
    public ProofState state() {
        return proof.state();
    }
}
