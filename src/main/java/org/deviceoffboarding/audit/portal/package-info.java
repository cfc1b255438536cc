/** Entries about the portal itself: when it started and stopped, as which version, and when its database was away. */
@NullMarked
package org.deviceoffboarding.audit.portal;

import org.jspecify.annotations.NullMarked;
