package org.deviceoffboarding.demotenant.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request through everything that can refuse it, in Graph's order, to the part that answers it. */
final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Routes routes = new Routes();
    private final Permissions permissions;
    private final Limits limits;
    private final FaultSwitches faults;
    private final Clock clock;

    Dispatcher(List<Resource> resources, Permissions permissions, Limits limits, FaultSwitches faults, Clock clock) {
        this.permissions = permissions;
        this.limits = limits;
        this.faults = faults;
        this.clock = clock;
        resources.forEach(resource -> resource.addTo(routes));
        routes.add("POST", "/$batch", new Batch(step -> answer(step).answer(), faults, clock)::answer);
        for (var route : routes.all()) {
            if (!permissions.covers(route.method() + " " + route.template())) {
                throw new IllegalStateException("permissions.json lacks " + route.method() + " " + route.template());
            }
        }
    }

    /** Answers a request, whatever happens. */
    Outcome answer(ODataRequest request) {
        Fault fault = null;
        try {
            var match = routes.find(request.method(), request.path());
            var template = match.route().template();
            faults.count(request.method() + " " + template);
            if (!request.batched()) {
                faults.count(FaultSwitches.OVER_HTTP);
            }
            fault = faults.take(
                    request.method(),
                    request.path(),
                    request.query().names(),
                    request.isRead() && "1".equals(request.query().get("$top")),
                    request.caller().name());
            var call = new Call(request, template, match.arguments(), fault);
            strike(call);
            return new Outcome(answer(call, match.route()), fault);
        } catch (ODataError refusal) {
            faults.count("answers of " + refusal.status());
            return new Outcome(refuse(request, refusal), fault);
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("path", request.path()).log("A request to the demo tenant failed");
            var error = new ODataError(500, "generalException", "An unexpected error occurred.");
            return new Outcome(refuse(request, error), fault);
        }
    }

    private ODataResponse refuse(ODataRequest request, ODataError refusal) {
        return refusal.answer(clock.instant(), request.requestId(), request.clientRequestId());
    }

    private ODataResponse answer(Call call, Routes.Route route) {
        var headers = limits.admit(call.request(), route.template());
        permissions.check(call.request(), route.template());
        var answer = route.handler().apply(call);
        if (call.suffers(Fault.Kind.DONE_BUT_THROTTLED)) {
            throw Limits.tooMany(retryAfter(call.fault(), 1));
        }
        for (var header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static void strike(Call call) {
        var fault = call.fault();
        if (fault == null) {
            return;
        }
        switch (fault.kind()) {
            case THROTTLED -> throw waiting(fault, 429, "TooManyRequests", "Please retry again later.");
            case UNAVAILABLE -> throw waiting(fault, 503, "serviceNotAvailable", "The service is unavailable.");
            case STATUS -> throw status(fault.details().status());
            case EXPIRED_PAGE_TOKEN -> throw ODataError.expiredPageToken();
            case GONE -> {
                if (call.template().contains("{")) {
                    throw ODataError.notFound(call.request().path());
                }
            }
            case SLOW -> pause(Duration.ofMillis(fault.details().latencyMs()));
            case MANAGEMENT_RESTRICTED -> {
                if (!call.request().isRead()) {
                    throw ODataError.forbidden();
                }
            }
            case CLAIMS_CHALLENGE -> Refusals.challenge(call.request().caller());
            case NO_INTUNE_ROLE -> throw Refusals.noIntuneRole();
            case NO_LICENCE -> throw Refusals.noLicence();
            case NO_INTUNE -> throw Refusals.noIntune();
            case RESYNC_REQUIRED -> throw DeviceDelta.resync(call.request());
            case DONE_BUT_THROTTLED,
                    DONE_LATE,
                    ACCEPTED_BUT_NOT_DONE,
                    CUT_CONNECTION,
                    WRONG_CLOCK,
                    MISSING_ROWS,
                    REPEATED_PAGE,
                    NOT_JSON,
                    EMPTY_LIST -> {
                // These strike later, when the answer is made or written.
            }
        }
    }

    private static ODataError waiting(Fault fault, int status, String code, String message) {
        var error = new ODataError(status, code, message);
        var retryAfter = fault.details().retryAfter();
        return retryAfter == null ? error : error.with("Retry-After", retryAfter.toString());
    }

    private static ODataError status(int status) {
        return status == 403
                ? ODataError.forbidden()
                : new ODataError(status, "generalException", "This answer was asked for by the demo tenant's owner.");
    }

    private static long retryAfter(@Nullable Fault fault, int otherwise) {
        var asked = fault == null ? null : fault.details().retryAfter();
        return asked == null ? otherwise : asked;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * An answer, and what shall go wrong while it is written.
     */
    record Outcome(ODataResponse answer, @Nullable Fault fault) {
        boolean suffers(Fault.Kind kind) {
            return fault != null && fault.kind() == kind;
        }
    }
}
