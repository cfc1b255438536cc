/** The devices that a rule kept from being suggested in a run. */
@NullMarked
package org.deviceoffboarding.evaluation.leftout;

import org.jspecify.annotations.NullMarked;
