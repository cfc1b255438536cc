/** What owners decided about judging, version by version. */
@NullMarked
package org.deviceoffboarding.evaluation.rules;

import org.jspecify.annotations.NullMarked;
