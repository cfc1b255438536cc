package org.deviceoffboarding.base.ui.shell;

/** Where the demo says how to connect a real tenant. */
public final class ConnectLink {

    public static final String PATH = "connect";

    private ConnectLink() {}
}
