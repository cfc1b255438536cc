/** What pages show of safeguards that somebody wants to loosen. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.safeguard.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
