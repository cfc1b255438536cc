/** A tenant to try everything on: an OpenID provider and the part of Microsoft Graph that the portal uses, over real HTTP. Only what starts the portal knows it, and it knows nobody. */
@ApplicationModule(
        displayName = "Demo tenant",
        allowedDependencies = {})
@NullMarked
package org.deviceoffboarding.demotenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
