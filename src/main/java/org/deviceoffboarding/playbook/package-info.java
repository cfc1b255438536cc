/** Playbooks: ordered steps by situation, platform and ownership, editable by owners, ticked off for each suggestion; and whether keys are known before anything is deleted. */
@ApplicationModule(
        displayName = "Playbooks",
        allowedDependencies = {
            "base",
            "base::words",
            "base::ui",
            "person::draft-ui",
            "audit",
            "graph",
            "inventory",
            "inventory::ui",
            "keys",
            "keys::ui",
            "agent",
            "judging",
            "evaluation",
            "suggestion",
            "suggestion::ui"
        })
@NullMarked
package org.deviceoffboarding.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
