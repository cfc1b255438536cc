/** Carries a run out: reads the tenant, judges every device, confirms by key, and makes the result the one that counts. */
@NullMarked
package org.deviceoffboarding.evaluation.execution;

import org.jspecify.annotations.NullMarked;
