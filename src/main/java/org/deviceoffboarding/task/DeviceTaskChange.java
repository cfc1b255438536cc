package org.deviceoffboarding.task;

/**
 * Something that happened to a task that a device is in.
 *
 * @param title of the task as it is now
 */
public record DeviceTaskChange(long taskId, String title, TaskChange change) {}
