/** Long lists of the newest results, kept once more as pages need them: in order, and searched by an index. */
@NullMarked
package org.deviceoffboarding.evaluation.listing;

import org.jspecify.annotations.NullMarked;
