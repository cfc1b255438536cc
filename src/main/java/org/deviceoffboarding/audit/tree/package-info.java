/** The Merkle tree over all entries, as RFC 6962 hashes it: leaves, nodes, the edge of a growing tree, proofs. Pure. */
@NullMarked
package org.deviceoffboarding.audit.tree;

import org.jspecify.annotations.NullMarked;
