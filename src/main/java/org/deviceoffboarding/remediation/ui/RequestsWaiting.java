package org.deviceoffboarding.remediation.ui;

import java.util.Set;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.shell.MenuCount;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.stereotype.Component;

/** How many requests wait for a decision, whoever may take it. */
@Component
class RequestsWaiting implements MenuCount {

    private final ApprovalPermissions permissions;

    RequestsWaiting(ApprovalPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public String path() {
        return RequestLink.PATH;
    }

    @Override
    public long now() {
        return permissions.waiting().all();
    }

    @Override
    public String word() {
        return "waiting";
    }

    @Override
    public Set<Class<? extends PageNews>> changedBy() {
        return Set.of(RequestChanged.class);
    }
}
