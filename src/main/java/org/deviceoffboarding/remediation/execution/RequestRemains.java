package org.deviceoffboarding.remediation.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.removed.RemovedCounts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests, and what became of their devices, stay without an agent; those that are being carried out read with its identity. */
@Component
@Order(40)
class RequestRemains implements AgentRemains {

    private final RequestStore requests;
    private final RemovedCounts removed;

    RequestRemains(RequestStore requests, RemovedCounts removed) {
        this.requests = requests;
        this.removed = removed;
    }

    /** One that waits for a person, who may have to give the agent another identity first, looks at all of it anew when it goes on. */
    @Override
    public List<UnderWay> underWay() {
        return requests.underWay().stream()
                .map(request -> new UnderWay(
                        "Request %d: %s".formatted(request.id(), request.title()),
                        "approvals/" + request.id(),
                        request.status() == RequestStatus.RUNNING))
                .toList();
    }

    @Override
    public List<String> awaitsRun() {
        long waiting = requests.awaitingRun();
        return waiting == 0
                ? List.of()
                : List.of(
                        of(
                                waiting,
                                "1 change request waits. It can't be approved, or go on, before a run has read the tenant as the new identity.",
                                "%,d change requests wait. They can't be approved, or go on, before a run has read the tenant as the new identity."));
    }

    @Override
    public List<String> stays() {
        List<String> stays = new ArrayList<>();
        RequestStore.Totals totals = requests.totals();
        if (totals.requests() > 0) {
            stays.add(
                    of(totals.requests(), "1 change request with its devices", "%,d change requests with their devices")
                            + (totals.waiting() == 0
                                    ? "."
                                    : of(totals.waiting(), "; 1 waits", "; %,d wait")
                                            + " for approval, which needs an agent again."));
        }
        if (removed.waiting() > 0) {
            stays.add(of(
                    removed.waiting(),
                    "1 device that this portal disabled and that waits for its grace period, which goes on.",
                    "%,d devices that this portal disabled and that wait for their grace period, which goes on."));
        }
        if (removed.deleted() > 0) {
            stays.add(
                    of(
                            removed.deleted(),
                            "1 device that this portal deleted: it can be restored once there is an agent again, while Entra keeps it.",
                            "%,d devices that this portal deleted: they can be restored once there is an agent again, while Entra keeps them."));
        }
        stays.add("The rules for approval.");
        return stays;
    }

    private static String of(long count, String one, String many) {
        return count == 1 ? one : String.format(Locale.ENGLISH, many, count);
    }
}
