/** The pages that set the agent up and show it. */
@NullMarked
package org.deviceoffboarding.agent.ui;

import org.jspecify.annotations.NullMarked;
