/** The pages of change requests: asking, approving, following what is carried out. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.remediation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
