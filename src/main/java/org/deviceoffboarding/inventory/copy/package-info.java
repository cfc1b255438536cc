/** The tables of each run's copy of the tenant: how they are made, filled and dropped. */
@NullMarked
package org.deviceoffboarding.inventory.copy;

import org.jspecify.annotations.NullMarked;
