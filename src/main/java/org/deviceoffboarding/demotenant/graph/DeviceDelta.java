package org.deviceoffboarding.demotenant.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.FilterParser;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.PageToken;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Tells what changed about the devices. A first round lists them all, and ends with an empty page; later rounds start
 * from the token of the round before. The tokens carry all that a round needs to know.
 */
final class DeviceDelta implements Resource {

    private static final int PAGE = 200;
    private static final Duration VALID = Duration.ofDays(7);
    private static final String ROUND = "round";
    private static final String CHANGES = "delta";

    private final Directory directory;
    private final String epoch;

    /**
     * Starts to tell.
     *
     * @param epoch of the tenant; tokens of another one mean nothing here
     */
    DeviceDelta(Directory directory, Instant epoch) {
        this.directory = directory;
        this.epoch = Long.toString(epoch.toEpochMilli());
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/devices/delta", this::answer);
        routes.get("/devices/microsoft.graph.delta()", this::answer);
    }

    static ODataError resync(ODataRequest request) {
        return new ODataError(410, "resyncRequired", "Resync required. Start again without a token.")
                .with("Location", request.serviceRoot() + "/devices/delta?$deltatoken=");
    }

    private ODataResponse answer(Call call) {
        var query = call.query();
        for (String unsupported : List.of("$top", "$expand", "$orderby", "$search", "$skip")) {
            if (query.has(unsupported)) {
                throw ODataError.unsupportedQuery(unsupported + " is not supported for change tracking.");
            }
        }
        var deltaToken = query.get("$deltatoken");
        var skipToken = query.get("$skiptoken");
        if ("latest".equals(deltaToken)) {
            return page(call, List.of(), select(call), null, sequence());
        }
        if (deltaToken != null && !deltaToken.isEmpty()) {
            return changes(call, deltaToken);
        }
        return skipToken == null ? round(call, 0, select(call), sequence(), ids(call)) : nextInRound(call, skipToken);
    }

    private long sequence() {
        return directory.population().changes().sequence(directory.seen());
    }

    private static String select(Call call) {
        var select = call.query().get("$select");
        DeviceSchema.DEVICES.select(select);
        return select == null ? "" : select;
    }

    /** The only filter is on IDs. */
    private static String ids(Call call) {
        var text = call.query().get("$filter");
        if (text == null) {
            return "";
        }
        var filter = FilterParser.parse(text);
        var ids = filter.valuesOf("id");
        if (ids == null
                || filter.comparisons().stream().anyMatch(c -> !c.property().equalsIgnoreCase("id"))) {
            throw ODataError.unsupportedQuery("Change tracking can only be filtered by id.");
        }
        return String.join(",", ids);
    }

    private ODataResponse nextInRound(Call call, String text) {
        var token = token(call, ROUND, text);
        return round(
                call,
                token.number(2),
                token.parts().get(3),
                token.number(4),
                token.parts().get(5));
    }

    private ODataResponse round(Call call, long position, String select, long sequence, String ids) {
        var wanted = ids.isEmpty() ? Set.<String>of() : Set.of(ids.split(","));
        var rows = directory.devices();
        var page = rows.page(position, PAGE, device -> wanted.isEmpty() || wanted.contains(device.id()));
        if (page.rows().isEmpty()) {
            return page(call, page.rows(), select, null, sequence);
        }
        long next = page.isLast() ? rows.end() : page.next();
        var skip = PageToken.of(ROUND, epoch, directory.now().toEpochMilli(), next, select, sequence, ids);
        return page(call, page.rows(), select, skip.encode(), sequence);
    }

    private ODataResponse changes(Call call, String text) {
        var token = token(call, CHANGES, text);
        var changes = directory.population().changes();
        var seen = directory.seen();
        var rows = changes.since(token.number(2), seen).stream()
                .map(number -> directory.population().entraDevice(number, seen))
                .filter(Objects::nonNull)
                .toList();
        return page(call, rows, token.parts().get(3), null, changes.sequence(seen));
    }

    private PageToken token(Call call, String kind, String text) {
        var token = PageToken.decode(kind, text)
                .filter(found -> found.parts().size() >= 4)
                .orElseThrow(() -> ODataError.badRequest("Badly formed token."));
        if (!token.parts().getFirst().equals(epoch)) {
            throw resync(call.request());
        }
        if (Instant.ofEpochMilli(token.number(1)).plus(VALID).isBefore(directory.now())) {
            throw new ODataError(
                    400, "syncStateNotFound", "The sync state generation is not found; it may have expired.");
        }
        return token;
    }

    private ODataResponse page(
            Call call, List<DemoEntraDevice> rows, String select, @Nullable String skipToken, long sequence) {
        var selection = DeviceSchema.DEVICES.select(select);
        var address = call.request().serviceRoot();
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", address + "/$metadata#devices" + selection.suffix());
            if (skipToken == null) {
                var delta = PageToken.of(CHANGES, epoch, directory.now().toEpochMilli(), sequence, select);
                json.writeStringProperty("@odata.deltaLink", address + "/devices/delta?$deltatoken=" + delta.encode());
            } else {
                json.writeStringProperty("@odata.nextLink", address + "/devices/delta?$skiptoken=" + skipToken);
            }
            json.writeArrayPropertyStart("value");
            rows.forEach(device -> write(json, device, selection));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, DemoEntraDevice device, Schema.Selection selection) {
        json.writeStartObject();
        if (device.state().present()) {
            DeviceSchema.DEVICES.write(json, device, selection, false);
        } else {
            json.writeStringProperty("id", device.id());
            json.writeObjectPropertyStart("@removed");
            json.writeStringProperty("reason", device.state().gone() ? "deleted" : "changed");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
