package org.deviceoffboarding.remediation.ui;

import java.util.List;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.remediation.ChangeRequestService;
import org.deviceoffboarding.remediation.RequestFilter;
import org.deviceoffboarding.remediation.RequestStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many requests wait for approval, and whether one that is carried out needs somebody. */
@Component
@Order(30)
class RequestTiles implements OverviewTiles {

    private final ChangeRequestService requests;
    private final Decider decider;

    RequestTiles(ChangeRequestService requests, Decider decider) {
        this.requests = requests;
        this.decider = decider;
    }

    @Override
    public List<Tile> create() {
        Decider.Waiting waiting = decider.waiting();
        return List.of(
                new Tile("Waiting for approval", Amounts.number(waiting.all()), note(waiting)).linkingTo("approvals"));
    }

    private String note(Decider.Waiting waiting) {
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
        return decider.approves() && waiting.all() > 0
                ? "none for you"
                : waiting.all() == 0 ? "none" : "by an approver";
    }
}
