/** What is known of a device's keys, on its page and for tables that show it. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.keys.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
