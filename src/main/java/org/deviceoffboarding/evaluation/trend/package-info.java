/** Counts the findings of runs for charts, and compares runs. */
@NullMarked
package org.deviceoffboarding.evaluation.trend;

import org.jspecify.annotations.NullMarked;
