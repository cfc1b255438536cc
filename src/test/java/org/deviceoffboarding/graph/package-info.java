@NullMarked
package org.deviceoffboarding.graph;

import org.jspecify.annotations.NullMarked;
