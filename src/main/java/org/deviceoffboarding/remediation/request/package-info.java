/** Change requests and their devices as they stand: the words that asking, approving, carrying out and showing share. */
@NamedInterface("request")
@NullMarked
package org.deviceoffboarding.remediation.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
