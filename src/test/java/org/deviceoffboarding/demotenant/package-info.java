@NullMarked
package org.deviceoffboarding.demotenant;

import org.jspecify.annotations.NullMarked;
