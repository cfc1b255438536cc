package org.deviceoffboarding.audit.restored;

/**
 * Something that goes on once an owner has confirmed a restored database, or that may be lacking in it.
 *
 * @param sentence what it is, for people
 * @param path of the page where it is looked at
 * @param link what the link there says
 */
public record OpenMatter(String sentence, String path, String link) {}
