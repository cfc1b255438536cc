/** What pages of settings show beside their fields: meaning, who changed them last, all versions. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
