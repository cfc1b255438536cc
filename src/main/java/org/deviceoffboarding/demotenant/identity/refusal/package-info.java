/** Whom the demo tenant's provider refuses on purpose, and in which of Entra's words. */
@NullMarked
package org.deviceoffboarding.demotenant.identity.refusal;

import org.jspecify.annotations.NullMarked;
