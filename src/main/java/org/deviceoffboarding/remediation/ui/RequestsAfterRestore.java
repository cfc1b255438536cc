package org.deviceoffboarding.remediation.ui;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.restored.OpenMatter;
import org.deviceoffboarding.audit.restored.OpenMatters;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The requests that a restored database takes for open. */
@Component
@Order(10)
class RequestsAfterRestore implements OpenMatters {

    private final RequestQueryService requests;

    RequestsAfterRestore(RequestQueryService requests) {
        this.requests = requests;
    }

    @Override
    public List<OpenMatter> now() {
        List<OpenMatter> open = Stream.of(
                        matter(RequestStatus.RUNNING, "goes on at once", "go on at once"),
                        matter(RequestStatus.WAITING, "can be approved", "can be approved"),
                        matter(RequestStatus.BLOCKED, "can be tried again", "can be tried again"))
                .flatMap(List::stream)
                .toList();
        return open.isEmpty()
                ? List.of(new OpenMatter("No request is open.", RequestLink.PATH, "See all requests"))
                : open;
    }

    private List<OpenMatter> matter(RequestStatus status, String one, String many) {
        long count = requests.count(new RequestFilter("", null, status, null));
        return count == 0
                ? List.of()
                : List.of(new OpenMatter(
                        Amounts.count(count, "request " + one, "requests " + many) + " (" + status.label() + ").",
                        RequestLink.PATH + "?status=" + status.name(),
                        "See " + (count == 1 ? "it" : "them")));
    }
}
