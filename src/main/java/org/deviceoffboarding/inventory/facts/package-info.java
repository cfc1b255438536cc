/** How what is known of devices is joined, by ID only: of a few that are named, and of all as one stream. */
@NullMarked
package org.deviceoffboarding.inventory.facts;

import org.jspecify.annotations.NullMarked;
