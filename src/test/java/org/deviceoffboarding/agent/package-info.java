@NullMarked
package org.deviceoffboarding.agent;

import org.jspecify.annotations.NullMarked;
