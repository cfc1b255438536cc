package org.deviceoffboarding.graph;

/**
 * One question in a batch.
 *
 * @param id the caller's, to know the answer by
 * @param path of what to get, relative to the base URL, with its query; spaces are allowed
 */
public record GraphRequest(String id, String path) {}
