package org.deviceoffboarding.demotenant.graph;

import java.time.Instant;
import java.util.Locale;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Filter;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.Operator;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.AuditEvent;
import org.deviceoffboarding.demotenant.population.Population;

/** Reads Intune's audit log of the last year, in the order of time, in either direction. */
final class AuditEventResource implements Resource {

    private final Population population;
    private final Listing<AuditEvent> listing = Listing.ofIntune(
            AuditEventSchema.AUDIT_EVENTS, "activitydatetime", "activitydatetime asc", "activitydatetime desc");

    AuditEventResource(Population population) {
        this.population = population;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/deviceManagement/auditEvents", this::list);
        routes.get("/deviceManagement/auditEvents/{id}", this::single);
    }

    private ODataResponse list(Call call) {
        var order = call.query().get("$orderby");
        boolean newestFirst =
                order != null && order.toLowerCase(Locale.ROOT).strip().endsWith(" desc");
        return listing.answer(call, events(newestFirst, 0), filter -> events(newestFirst, firstFor(filter)));
    }

    /** Skips what is older than the filter asks for. */
    private int firstFor(Filter filter) {
        if (filter instanceof Filter.And and) {
            return Math.max(firstFor(and.left()), firstFor(and.right()));
        }
        boolean lowerBound = filter instanceof Filter.Comparison comparison
                && comparison.property().equalsIgnoreCase("activityDateTime")
                && (comparison.operator() == Operator.GE || comparison.operator() == Operator.GT)
                && comparison.values().getFirst() instanceof Instant;
        return lowerBound
                        && filter instanceof Filter.Comparison bound
                        && bound.values().getFirst() instanceof Instant time
                ? population.auditEventAt(time)
                : 0;
    }

    private SparseRows<AuditEvent> events(boolean newestFirst, int first) {
        int size = population.auditEvents();
        return new SparseRows<>() {
            @Override
            public long end() {
                return size - first;
            }

            @Override
            public AuditEvent at(long position) {
                return population.auditEvent((int) (newestFirst ? size - 1 - position : first + position));
            }
        };
    }

    private ODataResponse single(Call call) {
        for (int position = 0; position < population.auditEvents(); position++) {
            var event = population.auditEvent(position);
            if (event.id().equalsIgnoreCase(call.argument())) {
                return AuditEventSchema.AUDIT_EVENTS.single(call, event);
            }
        }
        throw new ODataError(404, "ResourceNotFound", "Resource not found: " + call.argument());
    }
}
