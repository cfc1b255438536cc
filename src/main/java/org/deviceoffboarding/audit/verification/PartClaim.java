package org.deviceoffboarding.audit.verification;

/**
 * A checkpoint within a part, with what the part's own tree was like at its size.
 *
 * @param root over the part's entries up to the checkpoint's size
 * @param signed false where the signature was looked at and is none of this log's
 * @param missing whether it stands outside and the database lacks it; of one that is outside more than once the first alone
 */
record PartClaim(Claim claim, byte[] root, boolean signed, boolean missing) {}
