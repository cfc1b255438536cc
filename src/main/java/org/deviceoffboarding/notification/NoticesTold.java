package org.deviceoffboarding.notification;

import org.deviceoffboarding.base.PageNews;

/** Somebody was told something, or read it. Published in the transaction that stores it, and by other portals within seconds. */
public record NoticesTold() implements PageNews {}
