/** What all forms have in common: errors that stand at their fields, and asking before what is not saved is left. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
