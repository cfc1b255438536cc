/** Refuses what a run read where it looks incomplete, until an owner confirms it. */
@NullMarked
package org.deviceoffboarding.evaluation.guard;

import org.jspecify.annotations.NullMarked;
