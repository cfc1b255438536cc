/** The key for what is stored encrypted: which one counts, and how it is replaced by another while portals run. */
@ApplicationModule(
        displayName = "Secret key",
        allowedDependencies = {"base", "audit"})
@NullMarked
package org.deviceoffboarding.secretkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
