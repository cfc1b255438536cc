/** What a reading would pass over, or take for something near, though it changes what is asked: it is asked back. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.doubt;

import org.jspecify.annotations.NullMarked;
