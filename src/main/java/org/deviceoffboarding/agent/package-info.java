/** The tenant's one agent: set-up, identity, readiness, renewal and removal, with what others say of what there is since. */
@ApplicationModule(
        displayName = "Agent",
        allowedDependencies = {
            "base",
            "base::ui",
            "audit",
            "access",
            "access::token",
            "notification",
            "delegation",
            "graph",
            "proof",
            "signin"
        })
@NullMarked
package org.deviceoffboarding.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
