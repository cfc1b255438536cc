/** Notices: people are told of what concerns them, in the page, by mail, and other systems by webhooks. Low: nearly every feature tells something. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"base", "base::ui", "audit", "audit::restored", "access::token"})
@NullMarked
package org.deviceoffboarding.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
