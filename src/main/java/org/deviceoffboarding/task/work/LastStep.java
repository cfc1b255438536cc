package org.deviceoffboarding.task.work;

/**
 * What a person did last to many tasks at once.
 *
 * @param sentence what that was, such as "Assigned to Ben"
 * @param changed how many tasks it changed
 */
public record LastStep(long id, String sentence, int changed) {}
