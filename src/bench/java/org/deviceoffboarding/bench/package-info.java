/** Measurements that are no tests: how long runs over large tenants take, and what memory they need. */
@NullMarked
package org.deviceoffboarding.bench;

import org.jspecify.annotations.NullMarked;
