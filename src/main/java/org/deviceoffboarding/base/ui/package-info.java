/** The shell of the pages, the wording of notices, and the places where features add to a page of another's. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
