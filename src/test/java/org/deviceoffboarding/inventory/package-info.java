@NullMarked
package org.deviceoffboarding.inventory;

import org.jspecify.annotations.NullMarked;
