/** What Graph says where it refuses, and what that means. */
@NullMarked
package org.deviceoffboarding.graph.refusal;

import org.jspecify.annotations.NullMarked;
