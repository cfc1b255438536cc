/** Change requests: actions on devices, asked for by one person, approved by another, carried out, and verified. */
@ApplicationModule(
        displayName = "Remediation",
        allowedDependencies = {
            "base",
            "base::words",
            "base::ui",
            "person::draft-ui",
            "audit",
            "audit::restored",
            "audit::ui",
            "notification",
            "graph",
            "graph::pace",
            "agent",
            "delegation",
            "signin",
            "directory",
            "person",
            "person::ui",
            "safeguard",
            "safeguard::ui",
            "inventory",
            "inventory::criterion",
            "inventory::ui",
            "keys",
            "judging",
            "evaluation",
            "evaluation::effect",
            "evaluation::ui",
            "exception",
            "suggestion",
            "suggestion::ui",
            "playbook",
            "playbook::ui",
            "removed"
        })
@NullMarked
package org.deviceoffboarding.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
