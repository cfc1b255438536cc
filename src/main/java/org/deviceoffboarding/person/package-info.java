/**
 * People: who signed in to the portal, with which roles, and when; their names for the pages, and who could do what waits for
 * somebody. Names and mail addresses are personal data: kept as long as the audit log that they explain, and never with a token.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"base", "base::ui", "audit", "access", "notification", "graph", "directory", "agent"})
@NullMarked
package org.deviceoffboarding.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
