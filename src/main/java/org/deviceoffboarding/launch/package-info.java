/** What happens before Spring does: settings, the data folder, what runs beside the portal, and failures in a sentence. */
@ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {"audit::checkpoint", "base", "demotenant", "proof", "secretkey"})
@NullMarked
package org.deviceoffboarding.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
