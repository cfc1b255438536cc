/** The run: reads the inventory, judges every device, keeps the findings with their evidence. */
@ApplicationModule(
        displayName = "Evaluation",
        allowedDependencies = {
            "base",
            "base::ui",
            "person::draft-ui",
            "audit",
            "audit::restored",
            "audit::ui",
            "notification",
            "agent",
            "delegation",
            "graph",
            "signin",
            "directory",
            "person::ui",
            "safeguard",
            "safeguard::ui",
            "inventory",
            "inventory::criterion",
            "inventory::ui",
            "removed",
            "judging"
        })
@NullMarked
package org.deviceoffboarding.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
