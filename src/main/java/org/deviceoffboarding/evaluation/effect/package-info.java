/** What other decisions would change about the present result: which devices would come, go, or be suggested for another reason. */
@NamedInterface("effect")
@NullMarked
package org.deviceoffboarding.evaluation.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
