/**
 * Answers questions from the inventory, at the moment of asking: a question in, an answer out. No sentence of an answer is invented:
 * all say what was counted, or stand in findings and playbooks.
 */
@NamedInterface("answer")
@NullMarked
package org.deviceoffboarding.ask.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
