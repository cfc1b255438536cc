/** Times, and comparisons with them, as people write them, and the conditions that they make. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.time;

import org.jspecify.annotations.NullMarked;
