package org.deviceoffboarding.demotenant.graph;

import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Listing;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.PageToken;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoGroup;
import org.deviceoffboarding.demotenant.population.Employee;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Answers with members of several types: people, devices and groups. */
final class Members {

    private Members() {}

    /** Returns the page of them that is asked for. */
    static ODataResponse answer(Call call, SparseRows<Object> members) {
        int size = Math.min(999, top(call));
        long from = call.query().has("$skiptoken") ? position(call) : 0;
        var page = members.page(from, size, member -> true);
        var root = call.request().serviceRoot();
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", root + "/$metadata#directoryObjects");
            if (!page.isLast()) {
                var token = PageToken.of(Listing.PAGE_TOKEN, page.next(), call.template())
                        .encode();
                json.writeStringProperty(
                        "@odata.nextLink",
                        root + call.request().path() + "?" + call.query().with("$skiptoken", token));
            }
            json.writeArrayPropertyStart("value");
            page.rows().forEach(member -> write(json, member, call));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static int top(Call call) {
        var top = call.query().get("$top");
        return top != null && top.matches("[1-9]\\d{0,2}") ? Integer.parseInt(top) : 100;
    }

    private static long position(Call call) {
        var token = String.valueOf(call.query().get("$skiptoken"));
        return PageToken.decode(Listing.PAGE_TOKEN, token)
                .orElseThrow(ODataError::expiredPageToken)
                .number(0);
    }

    /** Members of a type that the caller may not read show their type and ID only. */
    private static void write(JsonGenerator json, Object member, Call call) {
        var caller = call.request().caller();
        var select = call.query().get("$select");
        json.writeStartObject();
        switch (member) {
            case DemoEntraDevice device ->
                write(
                        json,
                        "device",
                        DeviceSchema.DEVICES,
                        device,
                        select,
                        caller.hasAnyPermission(List.of(
                                "Device.Read.All",
                                "Device.ReadWrite.All",
                                "Directory.Read.All",
                                "Directory.ReadWrite.All")));
            case Employee person ->
                write(json, "user", UserSchema.USERS, person, select, UserSchema.mayReadNames(caller));
            case DemoGroup group -> write(json, "group", GroupSchema.GROUPS, group, select, true);
            default -> throw new IllegalStateException("No member: " + member.getClass());
        }
        json.writeEndObject();
    }

    private static <T> void write(
            JsonGenerator json, String type, Schema<T> schema, T row, @Nullable String select, boolean readable) {
        json.writeStringProperty("@odata.type", "#microsoft.graph." + type);
        if (readable) {
            schema.write(json, row, schema.selectKnown(select), false);
        } else {
            json.writeStringProperty("id", schema.idOf(row));
        }
    }
}
