@NullMarked
package org.deviceoffboarding.agent.ui;

import org.jspecify.annotations.NullMarked;
