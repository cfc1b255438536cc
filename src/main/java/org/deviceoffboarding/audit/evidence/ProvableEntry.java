package org.deviceoffboarding.audit.evidence;

import org.deviceoffboarding.audit.content.EntryContent;

/**
 * An entry that has its place in the tree.
 *
 * @param leaf as it was hashed when it was numbered
 */
record ProvableEntry(long number, EntryContent content, byte[] leaf) {}
