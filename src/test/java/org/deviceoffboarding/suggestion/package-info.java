@NullMarked
package org.deviceoffboarding.suggestion;

import org.jspecify.annotations.NullMarked;
