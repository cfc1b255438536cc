@NullMarked
package org.deviceoffboarding.demotenant.graph;

import org.jspecify.annotations.NullMarked;
