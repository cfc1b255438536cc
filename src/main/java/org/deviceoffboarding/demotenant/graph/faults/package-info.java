/** What goes wrong in the demo tenant's Graph on purpose, and the switches for it. */
@NullMarked
package org.deviceoffboarding.demotenant.graph.faults;

import org.jspecify.annotations.NullMarked;
