/** The audit log: records who did what, append-only, sealed and provable, for every other module. Knows none of them. */
@ApplicationModule(
        displayName = "Audit log",
        allowedDependencies = {"base", "base::words", "base::ui"})
@NullMarked
package org.deviceoffboarding.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
