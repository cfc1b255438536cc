package org.deviceoffboarding.base;

/** A view of a list was saved or removed. Published in the transaction that stores it. */
public record SavedViewsChanged() implements PageNews {}
