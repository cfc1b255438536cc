/** The demo tenant's OpenID provider: people, sign-in page, consent, tokens. */
@NullMarked
package org.deviceoffboarding.demotenant.identity;

import org.jspecify.annotations.NullMarked;
