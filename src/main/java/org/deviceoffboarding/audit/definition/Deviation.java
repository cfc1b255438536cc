package org.deviceoffboarding.audit.definition;

/**
 * Something that is not as the migrations made it.
 *
 * @param sentence names it, for people
 * @param search whether searches go by it
 */
public record Deviation(String sentence, boolean search) {}
