/** Ways through the portal without a mouse. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.keyboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
