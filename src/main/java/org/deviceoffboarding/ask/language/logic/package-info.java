/** What conditions say apart from the words that they were read of: whether they can be, and belong together. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.logic;

import org.jspecify.annotations.NullMarked;
