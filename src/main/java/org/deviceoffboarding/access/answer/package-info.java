/** What a request may be, and the one plain page that answers where there is no page of the portal's own. */
@NullMarked
package org.deviceoffboarding.access.answer;

import org.jspecify.annotations.NullMarked;
