package org.deviceoffboarding.notification.webhook;

/** A webhook can't be as it was wanted; nothing was saved. Its message is for people. */
public class WebhookRefusedException extends RuntimeException {

    /** The names of what can be refused. */
    public static final String NAME = "name";

    public static final String ADDRESS = "address";
    public static final String INTERNAL_HOST = "internalHost";
    public static final String KINDS = "kinds";

    private final String about;

    WebhookRefusedException(String about, String reason) {
        super(reason);
        this.about = about;
    }

    /** Returns the name of what it is about; empty where it is about none of them. */
    public String about() {
        return about;
    }
}
