package org.deviceoffboarding.notification.webhook;

import org.deviceoffboarding.base.Labelled;

/** What a webhook is sent. The names are stored. */
public enum WebhookFormat implements Labelled {
    TEAMS("Microsoft Teams (Workflows)"),
    CLOUD_EVENTS("JSON (CloudEvents, signed)");

    private final String label;

    WebhookFormat(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
