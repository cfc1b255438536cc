/** The pages of what is spoken of by a short name, such as {@code request:42}, on pages that know nothing of it. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
