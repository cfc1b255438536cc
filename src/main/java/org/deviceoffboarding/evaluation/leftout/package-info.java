/** The devices that a rule kept from being suggested in a run. */
@NamedInterface("leftout")
@NullMarked
package org.deviceoffboarding.evaluation.leftout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
