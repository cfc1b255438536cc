/** What each person chose: of which notices they want to hear, how, and when. */
@NullMarked
package org.deviceoffboarding.notification.choice;

import org.jspecify.annotations.NullMarked;
