package org.deviceoffboarding.agent;

/**
 * Something that needs the agent and has not ended.
 *
 * @param name for people, such as "Run 12"
 * @param path of its page, without a slash before it
 * @param readsAsOne whether it has to read all it reads as one and the same identity
 */
public record UnderWay(String name, String path, boolean readsAsOne) {}
