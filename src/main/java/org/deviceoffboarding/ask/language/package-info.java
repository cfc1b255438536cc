/**
 * The interpreter of questions by a grammar: a prompt in, a question and what was not understood out. Pure and
 * deterministic. What can be said stands in {@code questions.ebnf}, among the resources of this package; a test holds it to
 * the code.
 */
@NamedInterface("language")
@NullMarked
package org.deviceoffboarding.ask.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
