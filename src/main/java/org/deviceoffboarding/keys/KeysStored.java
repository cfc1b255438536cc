package org.deviceoffboarding.keys;

import org.deviceoffboarding.base.PageNews;

/** More is known of the keys of some devices. Published in the transaction that stores it. */
public record KeysStored() implements PageNews {}
