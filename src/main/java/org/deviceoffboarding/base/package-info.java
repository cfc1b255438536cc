/** What every module needs: who acts, which roles there are, the tenant that is configured, the clock; and the shell of the pages in {@code ui}. */
@ApplicationModule(
        displayName = "Base",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.deviceoffboarding.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
