package org.deviceoffboarding.remediation.ui;

import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many requests wait for approval, and whether one that is carried out needs somebody. */
@Component
@Order(30)
class RequestTiles implements OverviewTiles {

    private final RequestQueryService requests;
    private final ApprovalPermissions permissions;

    RequestTiles(RequestQueryService requests, ApprovalPermissions permissions) {
        this.requests = requests;
        this.permissions = permissions;
    }

    @Override
    public List<Tile> create() {
        ApprovalPermissions.Waiting waiting = permissions.waiting();
        return List.of(new Tile("Waiting for approval", Amounts.number(waiting.all()), note(waiting))
                .linkingTo(RequestLink.PATH));
    }

    private String note(ApprovalPermissions.Waiting waiting) {
        long blocked = requests.count(new RequestFilter("", null, RequestStatus.BLOCKED, null));
        String attention = blocked == 0
                ? ""
                : Amounts.number(blocked) + (blocked == 1 ? " other needs attention" : " others need attention");
        if (waiting.forMe() > 0) {
            return Amounts.number(waiting.forMe()) + " for you" + (attention.isEmpty() ? "" : " · " + attention);
        }
        if (!attention.isEmpty()) {
            return attention;
        }
        return permissions.approves() && waiting.all() > 0
                ? "none for you"
                : waiting.all() == 0 ? "none" : "by an approver";
    }
}
