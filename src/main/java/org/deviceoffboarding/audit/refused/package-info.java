/** What is never sealed, and which of it somebody else keeps from that: looked at in pieces, however much of it there is. */
@NullMarked
package org.deviceoffboarding.audit.refused;

import org.jspecify.annotations.NullMarked;
