/** The custom instructions as owners saved them, version by version. */
@NullMarked
package org.deviceoffboarding.instruction.version;

import org.jspecify.annotations.NullMarked;
