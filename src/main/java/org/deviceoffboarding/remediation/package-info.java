/** Change requests: actions on devices, asked for by one person, approved by another, carried out, and verified. */
@ApplicationModule(
        displayName = "Remediation",
        allowedDependencies = {
            "base",
            "base::ui",
            "audit",
            "access",
            "graph",
            "agent",
            "inventory",
            "inventory::ui",
            "evaluation",
            "evaluation::ui",
            "suggestion",
            "suggestion::ui",
            "playbook"
        })
@NullMarked
package org.deviceoffboarding.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
