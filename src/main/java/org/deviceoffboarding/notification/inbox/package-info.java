/** What each person was told, as the portal shows it. */
@NullMarked
package org.deviceoffboarding.notification.inbox;

import org.jspecify.annotations.NullMarked;
