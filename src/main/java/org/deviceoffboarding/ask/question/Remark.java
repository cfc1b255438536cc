package org.deviceoffboarding.ask.question;

/**
 * What people should know of an answer although their words were understood: that tablets are among the phones.
 *
 * @param start of the first word, in the prompt
 * @param end behind the last one
 * @param words as they stand there
 * @param sentence what is said of them
 */
public record Remark(int start, int end, String words, String sentence) {}
