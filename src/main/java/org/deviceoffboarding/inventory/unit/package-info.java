/** Which restricted management administrative units devices are in: read as units with their members. */
@NullMarked
package org.deviceoffboarding.inventory.unit;

import org.jspecify.annotations.NullMarked;
