/** How pages show what other decisions would change about the present result. */
@NamedInterface("effect-ui")
@NullMarked
package org.deviceoffboarding.evaluation.effect.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
