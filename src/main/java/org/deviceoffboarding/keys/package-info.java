/** Whether BitLocker keys and LAPS passwords are kept; never what they are. */
@ApplicationModule(
        displayName = "Keys",
        allowedDependencies = {"base", "base::ui", "graph", "inventory", "inventory::criterion", "inventory::ui"})
@NullMarked
package org.deviceoffboarding.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
