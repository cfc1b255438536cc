/** The rules: what a device is, how Entra and Intune hang together, and whether it should go. Pure: no database, no network, no clock. */
@ApplicationModule(
        displayName = "Judging",
        allowedDependencies = {"base", "inventory"})
@NullMarked
package org.deviceoffboarding.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
