/** Notices to other systems over HTTPS: Microsoft Teams, and whatever takes CloudEvents. */
@NullMarked
package org.deviceoffboarding.notification.webhook;

import org.jspecify.annotations.NullMarked;
