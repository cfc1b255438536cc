/** The lists of what this portal disabled and deleted. */
@NullMarked
package org.deviceoffboarding.remediation.ui.removed;

import org.jspecify.annotations.NullMarked;
