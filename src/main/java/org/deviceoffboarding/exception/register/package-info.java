/** The register of exceptions: who and what is in it, how it is changed, and what it covers in a run. */
@NullMarked
package org.deviceoffboarding.exception.register;

import org.jspecify.annotations.NullMarked;
