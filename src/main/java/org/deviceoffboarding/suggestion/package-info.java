/**
 * Suggestions: the findings of one situation, platform and ownership together, with the factors that speak for them; and
 * the exceptions that are never suggested.
 */
@ApplicationModule(
        displayName = "Suggestions",
        allowedDependencies = {
            "base",
            "base::ui",
            "audit",
            "graph",
            "agent",
            "inventory",
            "inventory::ui",
            "evaluation",
            "evaluation::ui"
        })
@NullMarked
package org.deviceoffboarding.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
