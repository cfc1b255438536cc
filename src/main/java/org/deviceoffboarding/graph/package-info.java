/** The only module that knows Microsoft's SDK: reads collections of Microsoft Graph as streams, sends changes in batches, obeys limits, and turns what goes wrong into sentences. */
@ApplicationModule(
        displayName = "Microsoft Graph",
        allowedDependencies = {"base", "signin"})
@NullMarked
package org.deviceoffboarding.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
