/** Questions about the tenant's devices in a person's own words, and their answers. */
@ApplicationModule(
        displayName = "Ask",
        allowedDependencies = {
            "base",
            "base::words",
            "base::ui",
            "audit",
            "notification",
            "language",
            "graph",
            "agent",
            "directory",
            "inventory",
            "inventory::criterion",
            "inventory::ui",
            "removed",
            "judging",
            "evaluation",
            "evaluation::leftout",
            "suggestion",
            "suggestion::ui",
            "playbook",
            "task",
            "playbook::ui",
            "instruction::language"
        })
@NullMarked
package org.deviceoffboarding.ask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
