/** Custom instructions: their versions, what they would leave out, and what they leave out of a run. */
@ApplicationModule(
        displayName = "Instructions",
        allowedDependencies = {
            "base",
            "base::words",
            "base::ui",
            "language",
            "person::draft-ui",
            "audit",
            "agent",
            "directory",
            "inventory",
            "judging",
            "evaluation",
            "evaluation::effect",
            "evaluation::effect-ui"
        })
@NullMarked
package org.deviceoffboarding.instruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
