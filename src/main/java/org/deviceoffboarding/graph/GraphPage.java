package org.deviceoffboarding.graph;

import java.util.List;

/**
 * One page of a collection, whole: a page whose answer broke off is never seen.
 *
 * @param number from 1
 * @param rows in the order of the answer; may be empty
 */
public record GraphPage<T>(int number, List<T> rows) {}
