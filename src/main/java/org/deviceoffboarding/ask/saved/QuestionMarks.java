package org.deviceoffboarding.ask.saved;

/**
 * What a person does with a named question.
 *
 * @param pinned whether it is on their Overview
 * @param watched whether they are told when its number changes
 */
public record QuestionMarks(boolean pinned, boolean watched) {}
