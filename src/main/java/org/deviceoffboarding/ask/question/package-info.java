/**
 * What is asked of the devices: questions, what was understood of a person's words, and the one interface that every
 * interpreter of them has. Pure.
 */
@NamedInterface("question")
@NullMarked
package org.deviceoffboarding.ask.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
