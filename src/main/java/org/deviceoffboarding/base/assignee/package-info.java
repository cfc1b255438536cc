/** Who something is assigned to, for all modules that assign anything. */
@NullMarked
package org.deviceoffboarding.base.assignee;

import org.jspecify.annotations.NullMarked;
