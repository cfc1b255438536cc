/** Exceptions: devices, people and groups that are never suggested. */
@ApplicationModule(
        displayName = "Exceptions",
        allowedDependencies = {
            "base",
            "base::words",
            "base::ui",
            "person::draft-ui",
            "audit",
            "audit::restored",
            "graph",
            "agent",
            "safeguard",
            "safeguard::ui",
            "inventory",
            "inventory::criterion",
            "inventory::ui",
            "directory",
            "judging",
            "evaluation",
            "suggestion"
        })
@NullMarked
package org.deviceoffboarding.exception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
