/** What other features know of devices, as something that lists of devices are narrowed by. */
@NamedInterface("criterion")
@NullMarked
package org.deviceoffboarding.inventory.criterion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
