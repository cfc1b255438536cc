/** To whom Entra assigns the portal's app roles, where the agent may read it. */
@NullMarked
package org.deviceoffboarding.person.assignment;

import org.jspecify.annotations.NullMarked;
