/** The page of the audit log. */
@NullMarked
package org.deviceoffboarding.audit.ui;

import org.jspecify.annotations.NullMarked;
