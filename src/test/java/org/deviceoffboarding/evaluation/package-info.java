@NullMarked
package org.deviceoffboarding.evaluation;

import org.jspecify.annotations.NullMarked;
