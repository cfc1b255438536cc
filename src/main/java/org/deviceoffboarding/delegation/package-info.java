/** Identities that people lend to the portal: what becomes of their consents, and their tokens; the agent's, too. */
@ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {"base", "audit", "access", "access::token", "graph", "proof", "signin"})
@NullMarked
package org.deviceoffboarding.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
