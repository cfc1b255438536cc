/** A whole run beside the least that it could take: each in processes of its own, its time taken from outside. */
@NullMarked
package org.deviceoffboarding.bench.scale;

import org.jspecify.annotations.NullMarked;
