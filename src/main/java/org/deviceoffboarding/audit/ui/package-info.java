/** The page of the audit log. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
