/** The people who use the portal, and what each of them is in the middle of. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"base", "base::ui"})
@NullMarked
package org.deviceoffboarding.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
