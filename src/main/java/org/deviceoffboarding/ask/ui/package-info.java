/** The page Ask, and what of it stands on Overview. */
@NullMarked
package org.deviceoffboarding.ask.ui;

import org.jspecify.annotations.NullMarked;
