/** Showing requests: lists of them, their devices, how far they are, and what speaks for care. */
@NullMarked
package org.deviceoffboarding.remediation.query;

import org.jspecify.annotations.NullMarked;
