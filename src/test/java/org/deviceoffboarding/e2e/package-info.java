/** End-to-end tests: the packaged jar, its demo tenant and a real browser. */
@NullMarked
package org.deviceoffboarding.e2e;

import org.jspecify.annotations.NullMarked;
