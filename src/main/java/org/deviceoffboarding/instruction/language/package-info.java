/**
 * The language of custom instructions: text in, criteria or an error with its position out. Pure: it knows no database, no
 * clock and, but for how people write IDs, no other module, and sees a device only as its caller describes it. What can be
 * said stands in {@code grammar.ebnf}, among the resources of this package; a test holds it to the code.
 */
@NamedInterface("language")
@NullMarked
package org.deviceoffboarding.instruction.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
