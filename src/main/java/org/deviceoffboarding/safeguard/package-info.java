/** Safeguards: what protects devices is tightened at once, and loosened by two owners or after a day. */
@ApplicationModule(
        displayName = "Safeguards",
        allowedDependencies = {"base", "base::ui", "audit", "notification", "person", "person::ui"})
@NullMarked
package org.deviceoffboarding.safeguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
