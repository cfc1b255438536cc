@NullMarked
package org.deviceoffboarding.demotenant.population;

import org.jspecify.annotations.NullMarked;
