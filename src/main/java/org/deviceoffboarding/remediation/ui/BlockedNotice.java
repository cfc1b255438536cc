package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;

/** Tells whoever approved a request, or asked for one that needed no approval, above every page, that it does not go on without them. */
@org.springframework.stereotype.Component
@Order(15)
class BlockedNotice implements ShellSection {

    private static final RequestFilter BLOCKED = new RequestFilter("", null, RequestStatus.BLOCKED, null);

    private final RequestQueryService requests;
    private final ApprovalPermissions permissions;
    private final OpenPages openPages;

    BlockedNotice(RequestQueryService requests, ApprovalPermissions permissions, OpenPages openPages) {
        this.requests = requests;
        this.permissions = permissions;
        this.openPages = openPages;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private List<ChangeRequest> approvedAndBlocked() {
        return permissions.asks()
                ? requests.find(BLOCKED, PageRequest.ofSize(100)).stream()
                        .filter(permissions::approved)
                        .toList()
                : List.of();
    }

    private class Line extends Div implements AfterNavigationObserver {

        private String path = "";

        Line() {
            addClassNames("notice", "notice-bad");
            getElement().setAttribute("role", "status");
            setVisible(false);
            openPages.follow(this, RequestChanged.class, this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            path = event.getLocation().getPath();
            show();
        }

        private void show() {
            List<ChangeRequest> blocked = approvedAndBlocked().stream()
                    .filter(request -> !path.equals(RequestLink.path(request.id())))
                    .toList();
            removeAll();
            setVisible(!blocked.isEmpty());
            blocked.stream().findFirst().ifPresent(first -> {
                String more = blocked.size() == 1 ? "" : " " + Amounts.number(blocked.size() - 1) + " more as well.";
                add(
                        new Span("Request " + first.id()
                                + (first.needsApproval()
                                        ? ", which you approved, needs"
                                        : ", which you asked for, needs")
                                + " attention: " + first.title()
                                + " does not go on." + more),
                        RequestLink.of(first.id(), "See what is missing"));
                if (blocked.size() > 1) {
                    add(new Anchor(
                            RequestLink.PATH + "?status=" + RequestStatus.BLOCKED.name(),
                            "See all that need attention"));
                }
            });
        }
    }
}
