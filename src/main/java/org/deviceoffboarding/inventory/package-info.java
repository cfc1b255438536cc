/** The portal's copy of the tenant: Entra devices, managed devices, Autopilot identities and removal events. */
@ApplicationModule(
        displayName = "Inventory",
        allowedDependencies = {"base", "base::ui", "audit::ui", "graph", "removed"})
@NullMarked
package org.deviceoffboarding.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
