package org.deviceoffboarding.ask.question;

/**
 * Words of a prompt that tell of something else than devices, or say in which form an answer is wanted: "I'm in the car", "as a
 * table". They hold nothing of the question, and people see that they were left aside.
 *
 * @param start of the first word, in the prompt
 * @param end behind the last one
 * @param words as they stand there
 */
public record Aside(int start, int end, String words) {}
