@NullMarked
package org.deviceoffboarding.audit;

import org.jspecify.annotations.NullMarked;
