/** The page on which owners write custom instructions. */
@NullMarked
package org.deviceoffboarding.instruction.ui;

import org.jspecify.annotations.NullMarked;
