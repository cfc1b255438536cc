@NullMarked
package org.deviceoffboarding.run;

import org.jspecify.annotations.NullMarked;
