/** When runs start by themselves: the owner's schedule, its times, what becomes of a time that comes. */
@NullMarked
package org.deviceoffboarding.evaluation.schedule;

import org.jspecify.annotations.NullMarked;
