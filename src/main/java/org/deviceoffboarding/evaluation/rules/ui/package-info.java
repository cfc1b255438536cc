/** The page of the thresholds: what each means, what a change would do, who changed it last. */
@NullMarked
package org.deviceoffboarding.evaluation.rules.ui;

import org.jspecify.annotations.NullMarked;
