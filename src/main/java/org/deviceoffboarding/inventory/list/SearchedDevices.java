package org.deviceoffboarding.inventory.list;

import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is looked for among the listed devices of a run's copy. */
record SearchedDevices(long runId, DeviceFilter filter, DeviceText text) {

    /** Returns the copy's own table. */
    String table() {
        return CopyTables.of(CopyTables.LISTED, runId);
    }

    String where() {
        return DeviceConditions.where(filter, text);
    }

    /** Returns a statement with what its condition needs. */
    JdbcClient.StatementSpec prepare(JdbcClient jdbc, String sql) {
        return DeviceConditions.prepare(jdbc, sql, runId, filter, text);
    }
}
