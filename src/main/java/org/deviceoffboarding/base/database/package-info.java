/** How the portal gets on with its database: faults that pass, how long anything may take, what was committed. */
@NullMarked
package org.deviceoffboarding.base.database;

import org.jspecify.annotations.NullMarked;
