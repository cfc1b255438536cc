package org.deviceoffboarding.graph;

/** Microsoft Graph refused for want of a permission or a role. */
public final class GraphPermissionMissingException extends GraphException {

    private final String permission;

    GraphPermissionMissingException(String reason, String permission) {
        super(reason, null);
        this.permission = permission;
    }

    /** Returns the least privileged permission that would do, such as {@code Device.Read.All}. */
    public String permission() {
        return permission;
    }
}
