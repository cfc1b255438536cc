/** Removes the agent, with what there is since it was set up. */
@NullMarked
package org.deviceoffboarding.agent.removal;

import org.jspecify.annotations.NullMarked;
