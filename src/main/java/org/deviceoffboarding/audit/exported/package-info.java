/** Entries about lists and other files that people take away from any page. */
@NullMarked
package org.deviceoffboarding.audit.exported;

import org.jspecify.annotations.NullMarked;
