package org.deviceoffboarding.notification.delivery;

import org.deviceoffboarding.base.PageNews;

/** Parcels were sent or failed, or a destination was switched off or on. */
public record DeliveriesChanged() implements PageNews {}
