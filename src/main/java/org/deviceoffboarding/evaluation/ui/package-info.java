/** Overview, a run's progress and Activity. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.evaluation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
