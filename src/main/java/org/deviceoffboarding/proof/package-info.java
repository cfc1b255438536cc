/** How the portal proves to the tenant that it is its app registration: by a client secret, a certificate or a federated token. */
@ApplicationModule(
        displayName = "Proof",
        allowedDependencies = {"base", "signin"})
@NullMarked
package org.deviceoffboarding.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
