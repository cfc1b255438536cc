@NullMarked
package org.deviceoffboarding.audit.ui;

import org.jspecify.annotations.NullMarked;
