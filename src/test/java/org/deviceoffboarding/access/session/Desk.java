package org.deviceoffboarding.access.session;

import org.deviceoffboarding.base.Roles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service as modules have them. */
@Service
@PreAuthorize("hasRole('" + Roles.READER + "')")
public class Desk {

    public String read() {
        return "read";
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + Roles.APPROVER + "')")
    public String lookAt() {
        return "seen";
    }

    @PreAuthorize("hasRole('" + Roles.APPROVER + "')")
    public String decide() {
        return "decided";
    }
}
