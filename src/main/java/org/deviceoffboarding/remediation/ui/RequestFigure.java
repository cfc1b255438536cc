package org.deviceoffboarding.remediation.ui;

import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.ui.SuggestionFigure;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What is asked for about a suggestion's devices, and what it waits for. */
@Component
@Order(20)
class RequestFigure implements SuggestionFigure {

    private static final String LABEL = "Requests";

    /** More are never open at once for the devices of one suggestion in practice. */
    private static final int MOST = 100;

    private final RequestQueryService requests;
    private final ApprovalPermissions permissions;

    RequestFigure(RequestQueryService requests, ApprovalPermissions permissions) {
        this.requests = requests;
        this.permissions = permissions;
    }

    @Override
    public Tile create(SuggestionDetails details) {
        List<ChangeRequest> all =
                requests.find(RequestFilter.ofSuggestion(details.suggestion().id()), PageRequest.ofSize(MOST));
        List<ChangeRequest> open =
                all.stream().filter(request -> request.status().open()).toList();
        if (all.isEmpty()) {
            return new Tile(LABEL, "None", "nobody has asked for anything");
        }
        ChangeRequest newest = open.isEmpty() ? all.getFirst() : open.getFirst();
        return new Tile(LABEL, open.isEmpty() ? "None open" : Amounts.number(open.size()) + " open", stands(newest))
                .linkingTo(RequestLink.path(newest.id()));
    }

    private String stands(ChangeRequest request) {
        String which = "request " + request.id() + ": ";
        if (request.status() != RequestStatus.WAITING) {
            return which + request.status().label().toLowerCase(java.util.Locale.ROOT);
        }
        String until = " until " + TimeDisplay.dayShortly(request.expiresAt());
        return which + (permissions.decides(request) ? "waits for you" : "waits for approval") + until;
    }
}
