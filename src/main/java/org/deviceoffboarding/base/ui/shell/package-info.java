/** What surrounds every page: the menu, the search, who is signed in, how it looks, and what stands where there is no page. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
