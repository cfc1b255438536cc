/** The demo tenant's devices, computed from a seed. */
@NullMarked
package org.deviceoffboarding.demotenant.population;

import org.jspecify.annotations.NullMarked;
