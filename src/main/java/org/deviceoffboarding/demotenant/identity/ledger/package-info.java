/** Every secret of the demo tenant in clear, where a test asks for it. */
@NullMarked
package org.deviceoffboarding.demotenant.identity.ledger;

import org.jspecify.annotations.NullMarked;
