@NullMarked
package org.deviceoffboarding.base.jobs;

import org.jspecify.annotations.NullMarked;
