/** Deciding about requests, and the rules that an owner sets for them. */
@NullMarked
package org.deviceoffboarding.remediation.approval;

import org.jspecify.annotations.NullMarked;
