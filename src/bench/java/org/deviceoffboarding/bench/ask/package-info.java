/** How fast questions are answered over a large inventory. */
@NullMarked
package org.deviceoffboarding.bench.ask;

import org.jspecify.annotations.NullMarked;
