/** The list of devices and the page of one, and the place where other features add to it. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.inventory.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
