package org.deviceoffboarding.audit.evidence.file;

import java.util.List;

/**
 * What stands at the end of a file of evidence, before its manifest.
 *
 * @param keys the public keys that checkpoint and manifest are signed with, in C2SP's form of verifier keys
 * @param leftOut how many entries were asked for, too, that the checkpoint does not prove yet
 */
public record EvidenceEnd(List<String> keys, long leftOut) {}
