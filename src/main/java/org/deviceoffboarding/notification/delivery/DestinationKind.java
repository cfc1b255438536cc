package org.deviceoffboarding.notification.delivery;

import org.deviceoffboarding.base.Labelled;

/** What parcels are sent to. The names are stored. */
public enum DestinationKind implements Labelled {
    MAIL("Mail"),
    WEBHOOK("Webhook");

    private final String label;

    DestinationKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
