/** The tenant's people and groups, with who is in them and whose devices are whose. */
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"base", "graph", "inventory"})
@NullMarked
package org.deviceoffboarding.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
