/** The PostgreSQL that comes with the portal, for whoever has none. */
@NullMarked
package org.deviceoffboarding.launch.postgres;

import org.jspecify.annotations.NullMarked;
