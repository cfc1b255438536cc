package org.deviceoffboarding.demotenant.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;

/** Graph's limits: resource units and writes in Entra, requests in Intune, each as a bucket that refills. */
final class Limits {

    private final boolean enforced;
    private final int resourceUnits;
    private final Clock clock;
    private final boolean strictWriteWindow;
    private final Map<String, TokenBucket> buckets = new HashMap<>();
    private final Map<String, SlidingWindow> windows = new HashMap<>();

    /**
     * Sets up the limits.
     *
     * @param strictWriteWindow whether a person's writes are counted in a window that slides
     * @param people in the tenant, on which the resource units depend
     */
    Limits(boolean enforced, boolean strictWriteWindow, int people, Clock clock) {
        this.enforced = enforced;
        this.strictWriteWindow = strictWriteWindow;
        this.resourceUnits = people < 50 ? 3_500 : people <= 500 ? 5_000 : 8_000;
        this.clock = clock;
    }

    /**
     * Lets a request in.
     *
     * @return the headers that tell the client how it stands
     * @throws ODataError 429 if it came too early
     */
    synchronized Map<String, String> admit(ODataRequest request, String template) {
        int cost = cost(request, template);
        if (!enforced) {
            return Map.of("x-ms-resource-unit", Integer.toString(cost));
        }
        var now = clock.instant();
        var limits = limits(request, template, cost, now);
        for (Limit limit : limits) {
            var wait = limit.bucket().waitFor(limit.amount(), now);
            if (wait.isPositive()) {
                throw tooMany(request.caller(), limit, wait);
            }
        }
        if (strictWriteWindow && isPersonsWrite(request, template)) {
            admitStrictly(request.caller(), now);
        }
        limits.forEach(limit -> limit.bucket().take(limit.amount()));
        return headers(cost, limits.getFirst().bucket());
    }

    private void admitStrictly(Caller caller, Instant now) {
        var window = windows.computeIfAbsent(
                caller.objectId() + "/" + caller.tenantId(), unknown -> new SlidingWindow(25, Duration.ofSeconds(10)));
        var wait = window.waitFor(now);
        if (wait.isPositive()) {
            throw tooMany(wait.plusMillis(999).toSeconds());
        }
        window.take(now);
    }

    private static boolean isPersonsWrite(ODataRequest request, String template) {
        return !request.isRead()
                && !template.equals("/$batch")
                && !template.startsWith("/deviceManagement")
                && !request.caller().appOnly();
    }

    private List<Limit> limits(ODataRequest request, String template, int cost, Instant now) {
        var app = request.caller().appId() + "/" + request.caller().tenantId();
        var limits = new ArrayList<Limit>();
        if (template.startsWith("/deviceManagement")) {
            boolean audit = template.startsWith("/deviceManagement/auditEvents");
            limits.add(new Limit(
                    bucket((audit ? "audit/" : "intune/") + app, audit ? 1_000 : 2_000, Duration.ofSeconds(20), now),
                    1,
                    "ResourceUnitLimitExceeded"));
            return limits;
        }
        limits.add(new Limit(
                bucket("units/" + app, resourceUnits, Duration.ofSeconds(10), now), cost, "ResourceUnitLimitExceeded"));
        if (!request.isRead() && !template.equals("/$batch")) {
            limits.add(
                    new Limit(bucket("writes/" + app, 3_000, Duration.ofSeconds(150), now), 1, "WriteLimitExceeded"));
            if (!strictWriteWindow && !request.caller().appOnly()) {
                var user = request.caller().objectId() + "/" + request.caller().tenantId();
                limits.add(
                        new Limit(bucket("writes/" + user, 25, Duration.ofSeconds(10), now), 1, "WriteLimitExceeded"));
            }
        }
        return limits;
    }

    private TokenBucket bucket(String key, int capacity, Duration in, Instant now) {
        return buckets.computeIfAbsent(key, unknown -> new TokenBucket(capacity, in, now));
    }

    private static int cost(ODataRequest request, String template) {
        int cost =
                switch (template) {
                    case "/users", "/users/{id}", "/me/memberOf", "/me/transitiveMemberOf" -> 2;
                    case "/groups/{id}/members" -> 3;
                    case "/groups/{id}/transitiveMembers" -> 5;
                    default -> 1;
                };
        var top = request.query().get("$top");
        if (top != null && top.length() < 3 && top.compareTo("20") < 0) {
            cost--;
        }
        return Math.max(1, request.query().has("$select") ? cost - 1 : cost);
    }

    private static Map<String, String> headers(int cost, TokenBucket bucket) {
        var units = Integer.toString(cost);
        return bucket.used() < 0.8
                ? Map.of("x-ms-resource-unit", units)
                : Map.of(
                        "x-ms-resource-unit",
                        units,
                        "x-ms-throttle-limit-percentage",
                        String.format(Locale.ROOT, "%.1f", bucket.used()));
    }

    private static ODataError tooMany(Caller caller, Limit limit, Duration wait) {
        return tooMany(wait.plusMillis(999).toSeconds())
                .with("x-ms-throttle-scope", "Tenant_Application/ReadWrite/" + caller.appId() + "/" + caller.tenantId())
                .with("x-ms-throttle-information", limit.reason());
    }

    static ODataError tooMany(long retryAfter) {
        return new ODataError(429, "TooManyRequests", "Please retry again later.")
                .with("Retry-After", Long.toString(retryAfter));
    }

    private record Limit(TokenBucket bucket, int amount, String reason) {}
}
