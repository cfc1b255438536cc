/** Words that sentences share wherever they are kept, sent or read back. Pure. */
@NamedInterface("words")
@NullMarked
package org.deviceoffboarding.base.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
