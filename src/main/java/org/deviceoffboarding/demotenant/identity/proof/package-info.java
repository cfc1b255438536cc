/** How the portal may prove to the demo tenant that it is its app registration: certificates and federated tokens. */
@NullMarked
package org.deviceoffboarding.demotenant.identity.proof;

import org.jspecify.annotations.NullMarked;
