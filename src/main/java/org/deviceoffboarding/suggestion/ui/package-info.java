/** The list of suggestions and the page of one. */
@NullMarked
package org.deviceoffboarding.suggestion.ui;

import org.jspecify.annotations.NullMarked;
