/** Setting the agent up, renewing it, and what is kept of it: nobody else's business but the pages'. */
@NullMarked
package org.deviceoffboarding.agent.setup;

import org.jspecify.annotations.NullMarked;
