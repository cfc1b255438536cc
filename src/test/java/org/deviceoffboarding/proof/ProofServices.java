package org.deviceoffboarding.proof;

import java.time.Clock;
import org.deviceoffboarding.base.TenantProperties;

/** For tests of pages that show how a portal with other settings proves itself. */
public final class ProofServices {

    private ProofServices() {}

    public static ProofService of(TenantProperties tenant, Clock clock) {
        return new ProofService(new AppProof(tenant, clock));
    }
}
