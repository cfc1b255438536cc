package org.deviceoffboarding.graph;

/**
 * A collection of Microsoft Graph and what its rows are read as.
 *
 * @param source for people, such as "Entra devices"
 * @param path relative to the base URL, with its query, such as {@code /devices?$top=999&$select=id}; spaces are allowed
 * @param rowType a record whose components are named as Graph names the properties (case does not count, unknown
 *     properties are skipped)
 * @param permission the least privileged permission, named when Graph refuses
 */
public record GraphCollection<T>(String source, String path, Class<T> rowType, String permission) {}
