@NullMarked
package org.deviceoffboarding.access;

import org.jspecify.annotations.NullMarked;
