/** Writing many rows at once. */
@NullMarked
package org.deviceoffboarding.base.copy;

import org.jspecify.annotations.NullMarked;
