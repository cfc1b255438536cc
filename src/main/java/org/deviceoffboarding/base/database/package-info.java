/** How the portal gets on with its database: faults that pass, how long anything may take, what was committed, and which role owns what. */
@NullMarked
package org.deviceoffboarding.base.database;

import org.jspecify.annotations.NullMarked;
