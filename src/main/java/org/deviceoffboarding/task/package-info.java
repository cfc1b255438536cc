/** Tasks: work on devices that people and teams take on, with what became of it. They outlive runs, suggestions and the agent. */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {
            "base",
            "base::ui",
            "person::draft-ui",
            "audit",
            "audit::ui",
            "graph",
            "agent",
            "directory",
            "person",
            "notification",
            "inventory",
            "inventory::criterion",
            "inventory::ui",
            "removed",
            "suggestion",
            "suggestion::ui",
            "remediation::request",
            "remediation::ui"
        })
@NullMarked
package org.deviceoffboarding.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
