/** What pages list of a copy of the tenant: found, sorted and counted. */
@NullMarked
package org.deviceoffboarding.inventory.list;

import org.jspecify.annotations.NullMarked;
