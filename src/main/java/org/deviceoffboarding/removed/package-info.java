/** What this portal disabled and deleted. */
@ApplicationModule(
        displayName = "Removed devices",
        allowedDependencies = {"base"})
@NullMarked
package org.deviceoffboarding.removed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
