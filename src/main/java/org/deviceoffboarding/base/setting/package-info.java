/** Settings whose every version is kept: who saved which, and what each changed. */
@NullMarked
package org.deviceoffboarding.base.setting;

import org.jspecify.annotations.NullMarked;
