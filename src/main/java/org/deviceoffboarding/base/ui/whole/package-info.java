/** What pages show the beginning of, and people can see whole: long texts and long lists. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.whole;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
