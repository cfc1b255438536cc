@NullMarked
package org.deviceoffboarding;

import org.jspecify.annotations.NullMarked;
