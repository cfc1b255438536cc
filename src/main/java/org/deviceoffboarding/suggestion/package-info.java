/** Suggestions: the findings of one situation, platform and ownership together, with the factors that speak for them. */
@ApplicationModule(
        displayName = "Suggestions",
        allowedDependencies = {
            "base",
            "base::ui",
            "person::draft-ui",
            "audit",
            "inventory",
            "inventory::criterion",
            "inventory::ui",
            "keys",
            "keys::ui",
            "removed",
            "judging",
            "evaluation",
            "evaluation::ui"
        })
@NullMarked
package org.deviceoffboarding.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
