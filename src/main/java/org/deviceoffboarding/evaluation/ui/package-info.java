/** Overview, a run's progress and Activity. */
@NullMarked
package org.deviceoffboarding.evaluation.ui;

import org.jspecify.annotations.NullMarked;
