/**
 * The one engine by which everything leaves the portal that it tells others: each destination has a queue and a cursor, is sent in
 * order and at least once, with the same ID each time, and is left in peace for growing pauses while it is away.
 */
@NullMarked
package org.deviceoffboarding.notification.delivery;

import org.jspecify.annotations.NullMarked;
