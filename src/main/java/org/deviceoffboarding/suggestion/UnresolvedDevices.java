package org.deviceoffboarding.suggestion;

import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.RowKey;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices of completed suggestions that the next run found enabled as before, to be taken away whole. */
@Repository
class UnresolvedDevices {

    private static final String OF_SUGGESTION = """
             from still_there t join suggestion s on s.id = t.suggestion_id
                join flagged_device f on f.run_id = s.run_id and f.object_id = t.object_id
            where t.suggestion_id = :id
            """;

    private final ExportedTable<UnresolvedDevice> exported;

    UnresolvedDevices(JdbcClient jdbc) {
        this.exported = new ExportedTable<>(
                new FilteredTable<>(
                                jdbc,
                                OF_SUGGESTION,
                                Map.of(),
                                "name, object_id",
                                (row, number) -> new UnresolvedDevice(
                                        row.getObject("object_id", UUID.class), row.getString("name")))
                        .reading("t.object_id, f.name"),
                RowKey.ascending("t.object_id", UnresolvedDevice::objectId));
    }

    ExportPage<Long, UnresolvedDevice> first(long suggestionId) {
        return exported.first(suggestionId, of(suggestionId), Sort.unsorted());
    }

    ExportPage<Long, UnresolvedDevice> next(ExportPage<Long, UnresolvedDevice> before) {
        return exported.next(before, of(before.of()));
    }

    private static FilterParameters of(long suggestionId) {
        return FilterParameters.none().with("id", suggestionId);
    }
}
