/** The page of the schedule, and what other pages say of it. */
@NullMarked
package org.deviceoffboarding.evaluation.schedule.ui;

import org.jspecify.annotations.NullMarked;
