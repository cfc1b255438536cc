/** What Graph's answers hold, read while they arrive, and what becomes of one that breaks off or cannot be used. */
@NullMarked
package org.deviceoffboarding.graph.answer;

import org.jspecify.annotations.NullMarked;
