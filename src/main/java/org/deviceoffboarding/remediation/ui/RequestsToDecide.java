package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OverviewLead;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads whoever can decide about requests to those that wait: to the page of a single one, to the list of several. */
@Component
@Order(10)
class RequestsToDecide implements OverviewLead {

    private final ApprovalPermissions permissions;

    RequestsToDecide(ApprovalPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Optional<Lead> now() {
        List<ChangeRequest> waiting = permissions.approves() ? permissions.toDecide() : List.of();
        return switch (waiting.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(
                        lead("1 request", RequestLink.path(waiting.getFirst().id())));
            default ->
                Optional.of(lead(
                        Amounts.number(waiting.size()) + " requests",
                        RequestLink.PATH + "?status=" + RequestStatus.WAITING.name()));
        };
    }

    private static Lead lead(String what, String address) {
        return new Lead("Review " + what, new Location(address));
    }

    @Override
    public Set<Class<? extends PageNews>> changedBy() {
        return Set.of(RequestChanged.class);
    }
}
