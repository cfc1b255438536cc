package org.deviceoffboarding.inventory.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphCollection;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPage;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.graph.PageHandler;
import org.deviceoffboarding.inventory.RestrictedDevices;
import org.deviceoffboarding.inventory.RestrictedUnit;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.copy.InventoryPages;
import org.deviceoffboarding.inventory.table.UnitMemberTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the restricted management administrative units with the devices in them. It helps people to know whose role counts for a
 * device, and decides nothing: that a device is restricted at all, Entra says with the device.
 */
@Component
public class RestrictedUnits {

    private static final String PERMISSION = "AdministrativeUnit.Read.All";

    private static final String NOT_PERMITTED = "The agent lacks the permission " + PERMISSION
            + ", which it can do without. An administrator adds it to the portal's app"
            + " registration and grants admin consent; the next run then reads the units.";

    private static final GraphCollection<UnitRow> UNITS = new GraphCollection<>(
            "administrative units",
            "/directory/administrativeUnits?$top=999&$select=id,displayName,isMemberManagementRestricted,visibility",
            UnitRow.class,
            PERMISSION);

    private final Graph graph;
    private final CopyTables tables;
    private final InventoryPages pages;
    private final UnitRepository units;
    private final Clock clock;

    RestrictedUnits(Graph graph, CopyTables tables, InventoryPages pages, UnitRepository units, Clock clock) {
        this.graph = graph;
        this.tables = tables;
        this.pages = pages;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Reads them into a run's copy, whose tables are there, unless that was done before a restart. Where they can't be read the copy
     * says why, and the run goes on. No database connection is held while Graph answers.
     *
     * @throws GraphException if the agent is let in nowhere, by which the run ends
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; it still is
     */
    public void read(long runId, AccessTokens tokens) {
        String table = UnitMemberTable.COPY.name();
        if (!units.isRead(runId)) {
            tables.clear(runId, table);
            String problem = fill(runId, table, tokens);
            tables.distinct(runId, UnitMemberTable.COPY);
            units.note(runId, clock.instant(), problem); // what is attached can't be read anew
        }
        tables.attach(runId, table);
    }

    private String fill(long runId, String table, AccessTokens tokens) {
        try {
            return hidden(readAll(runId, tokens));
        } catch (GraphException e) {
            if (e.isOfSignIn()) {
                throw e;
            }
            tables.clear(runId, table); // some of them would look like all
            return e instanceof GraphPermissionMissingException ? NOT_PERMITTED : e.reason();
        }
    }

    /** Returns which of these devices a run's copy says are in such units, and in which. In a transaction that sees one moment. */
    public RestrictedDevices of(long runId, Collection<UUID> objectIds) {
        return new RestrictedDevices(units.of(runId, objectIds), units.problem(runId));
    }

    /** Returns the names of those units whose members Graph does not show. */
    private List<String> readAll(long runId, AccessTokens tokens) {
        var found = new Units();
        graph.readAll(UNITS, tokens, found);
        for (RestrictedUnit unit : found.visible) {
            graph.readAll(members(unit), tokens, new Members(runId, unit));
        }
        return found.hidden;
    }

    private static String hidden(List<String> names) {
        return names.isEmpty()
                ? ""
                : "Entra hides from the agent who is in %s (visibility HiddenMembership)."
                        .formatted(String.join(", ", names));
    }

    private static GraphCollection<MemberRow> members(RestrictedUnit unit) {
        return new GraphCollection<>(
                "members of the administrative unit '" + unit.name() + "'",
                "/directory/administrativeUnits/" + unit.id() + "/members?$top=999&$select=id",
                MemberRow.class,
                PERMISSION);
    }

    private record UnitRow(
            @Nullable String id,
            @Nullable String displayName,
            @Nullable Boolean isMemberManagementRestricted,
            @Nullable String visibility) {}

    /** A member as Graph sends it; of one that the agent may not read these are all that there is. */
    private record MemberRow(
            @JsonProperty("@odata.type") @Nullable String type,
            @Nullable String id) {}

    private static UUID idOf(@Nullable String id, String of) {
        UUID valid = BlankValues.orId(id);
        if (valid == null) {
            throw new GraphAnswerException(
                    "Microsoft Graph's answer for " + of + " cannot be relied upon: it holds one without a valid ID.");
        }
        return valid;
    }

    /** Those that are restricted. */
    private static final class Units implements PageHandler<UnitRow> {

        private final List<RestrictedUnit> visible = new ArrayList<>();
        private final List<String> hidden = new ArrayList<>();

        @Override
        public void handle(GraphPage<UnitRow> page) {
            page.rows().stream()
                    .filter(row -> Boolean.TRUE.equals(row.isMemberManagementRestricted()))
                    .forEach(this::add);
        }

        private void add(UnitRow row) {
            RestrictedUnit unit =
                    new RestrictedUnit(idOf(row.id(), UNITS.source()), BlankValues.orName(row.displayName()));
            if ("HiddenMembership".equalsIgnoreCase(row.visibility())) {
                hidden.add(unit.name());
            } else {
                visible.add(unit);
            }
        }

        @Override
        public void restarted() {
            visible.clear();
            hidden.clear();
        }
    }

    private final class Members implements PageHandler<MemberRow> {

        private final long runId;
        private final RestrictedUnit unit;

        Members(long runId, RestrictedUnit unit) {
            this.runId = runId;
            this.unit = unit;
        }

        @Override
        public void handle(GraphPage<MemberRow> page) {
            pages.load(
                    runId,
                    UnitMemberTable.COPY,
                    page.rows().stream()
                            .filter(row -> "#microsoft.graph.device".equals(row.type()))
                            .map(row -> new UnitMemberTable.Member(
                                    idOf(row.id(), "members of the administrative unit '" + unit.name() + "'"), unit))
                            .toList());
        }

        @Override
        public void restarted() {
            units.forget(runId, unit);
        }
    }
}
