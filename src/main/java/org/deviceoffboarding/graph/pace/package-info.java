/** The pace of writes: how many are sent in which time, over all portals on a database. */
@NamedInterface("pace")
@NullMarked
package org.deviceoffboarding.graph.pace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
