/** The demo tenant's Microsoft Graph: what it answers, to whom, and how much of it. */
@NullMarked
package org.deviceoffboarding.demotenant.graph;

import org.jspecify.annotations.NullMarked;
