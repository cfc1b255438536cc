/** Refresh tokens: how they are kept at rest, and what the tenant's token endpoint gives for them. */
@NamedInterface("token")
@NullMarked
package org.deviceoffboarding.access.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
