package org.deviceoffboarding.ask.question;

/**
 * Words of a prompt that say why it is asked: "because their owners left". They are no criterion, whatever they name.
 *
 * @param start of the first word, in the prompt
 * @param end behind the last one
 * @param words as they stand there
 */
public record StatedReason(int start, int end, String words) {}
