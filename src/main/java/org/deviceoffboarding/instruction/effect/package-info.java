/** What instructions leave out: of a run, and beforehand, as a preview, of the present inventory. */
@NullMarked
package org.deviceoffboarding.instruction.effect;

import org.jspecify.annotations.NullMarked;
