/** Identities that people lend to the portal, with their tokens. */
@ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {"base", "audit", "access", "graph"})
@NullMarked
package org.deviceoffboarding.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
