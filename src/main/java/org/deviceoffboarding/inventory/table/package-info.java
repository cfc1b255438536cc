/** How what was read of the tenant is written to its tables, and read from there. */
@NullMarked
package org.deviceoffboarding.inventory.table;

import org.jspecify.annotations.NullMarked;
