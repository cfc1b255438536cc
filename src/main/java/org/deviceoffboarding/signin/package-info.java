/** Why Microsoft lets an identity not in: its codes and sentences, what they mean, and who has to do what. Pure: no database, no network, no clock. */
@ApplicationModule(
        displayName = "Sign-in refusals",
        allowedDependencies = {})
@NullMarked
package org.deviceoffboarding.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
