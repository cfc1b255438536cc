/** Sign-in with OpenID Connect, the app roles of the person signed in, and what happens when access is refused. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"base", "base::ui", "audit", "proof", "secretkey", "signin"})
@NullMarked
package org.deviceoffboarding.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
