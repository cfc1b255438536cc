/** The list of suggestions and the page of one. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.suggestion.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
