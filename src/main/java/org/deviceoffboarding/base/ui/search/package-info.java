/** The search over everything, which every page reaches: features say what they have that can be found. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
