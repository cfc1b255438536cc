/**
 * Verifies the audit log: computes in Java, from what the tables hold now, whether they hold what was sealed, and compares it with the
 * checkpoints outside the database.
 */
@NullMarked
package org.deviceoffboarding.audit.verification;

import org.jspecify.annotations.NullMarked;
