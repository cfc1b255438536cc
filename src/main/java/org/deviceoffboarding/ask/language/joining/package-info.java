/** Joins the conditions of a prompt by what stands between them: and, or, but, commas, denials and brackets. Pure. */
@NullMarked
package org.deviceoffboarding.ask.language.joining;

import org.jspecify.annotations.NullMarked;
