@NullMarked
package org.deviceoffboarding.demotenant.identity;

import org.jspecify.annotations.NullMarked;
