package org.deviceoffboarding.access.session;

import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service as modules have them. */
@Service
@May(Capability.READ)
public class Desk {

    public String read() {
        return "read";
    }

    @Transactional(readOnly = true)
    @May(Capability.DECIDE)
    public String lookAt() {
        return "seen";
    }

    @May(Capability.DECIDE)
    public String decide() {
        return "decided";
    }
}
