@NullMarked
package org.deviceoffboarding.base;

import org.jspecify.annotations.NullMarked;
