/** A tenant to try everything on: an OpenID provider and the part of Microsoft Graph that the portal uses, over real HTTP. Nobody depends on it, and it depends on nobody. */
@ApplicationModule(
        displayName = "Demo tenant",
        allowedDependencies = {})
@NullMarked
package org.deviceoffboarding.demotenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
