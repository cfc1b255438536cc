@NullMarked
package org.deviceoffboarding.base.ui;

import org.jspecify.annotations.NullMarked;
