package org.deviceoffboarding.demotenant.identity;

/** The company that the demo tenant plays: fixed, so that it is the same at every start. */
public final class Contoso {

    /** The {@code tid} of every token, and part of the issuer. */
    public static final String TENANT_ID = "5c0f1a3e-7d52-4b8e-9a41-0d3c6e2f8b17";

    /** As people know the company. */
    public static final String DISPLAY_NAME = "Contoso Outdoor";

    /** The domain of every user principal name; reserved for examples, so no mail can ever reach it. */
    public static final String DOMAIN = "contoso.example";

    private Contoso() {}
}
