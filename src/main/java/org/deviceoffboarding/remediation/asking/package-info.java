/** Asking for actions: which devices they may be asked for, what they would mean, and taking a request back. */
@NullMarked
package org.deviceoffboarding.remediation.asking;

import org.jspecify.annotations.NullMarked;
