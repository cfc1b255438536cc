/** Questions that people keep: under a name, on Overview, to be told of, and what each asked lately. */
@NullMarked
package org.deviceoffboarding.ask.saved;

import org.jspecify.annotations.NullMarked;
