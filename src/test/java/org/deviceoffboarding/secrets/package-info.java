/** Looks for secrets in whatever a portal left behind: its log, its database, its exports and pages. */
@NullMarked
package org.deviceoffboarding.secrets;

import org.jspecify.annotations.NullMarked;
