package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.AskedGrouping;
import org.deviceoffboarding.inventory.criterion.AskedOrder;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.inventory.criterion.GroupCount;
import org.deviceoffboarding.inventory.criterion.MarkCount;
import org.deviceoffboarding.inventory.list.AskedRepository;
import org.deviceoffboarding.inventory.list.DeviceRepository;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the copies of the tenant. */
@Component
class AskedInventory implements AskedDevices {

    private final InventoryRepository inventories;
    private final CorrectionRepository corrections;
    private final ListedDevices listed;
    private final DeviceRepository devices;
    private final AskedRepository asked;
    private final TransactionTemplate transactions;

    AskedInventory(
            InventoryRepository inventories,
            CorrectionRepository corrections,
            ListedDevices listed,
            DeviceRepository devices,
            AskedRepository asked,
            TransactionTemplate transactions) {
        this.inventories = inventories;
        this.corrections = corrections;
        this.listed = listed;
        this.devices = devices;
        this.asked = asked;
        this.transactions = transactions;
    }

    @Override
    public OptionalLong inventory() {
        return inventories.published();
    }

    @Override
    public boolean has(long runId) {
        return inventories.has(runId);
    }

    @Override
    public boolean complete() {
        OptionalLong run = inventories.published();
        return run.isEmpty() || listed.isComplete(run.getAsLong()) || listed.canComplete(run.getAsLong()) && filled();
    }

    /** Waits for whoever corrects the inventory. */
    private boolean filled() {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            corrections.holdCorrections();
            OptionalLong run = inventories.published(); // perhaps another one by now
            return run.isEmpty() || listed.complete(run.getAsLong());
        }));
    }

    @Override
    public boolean isComplete(long runId) {
        return listed.isComplete(runId);
    }

    @Override
    public DeviceSubset subset(long runId, DeviceCondition condition) {
        return asked.subset(runId, condition);
    }

    @Override
    public long count(long runId, DeviceCondition condition) {
        return asked.count(runId, condition);
    }

    @Override
    public List<Long> counts(long runId, List<DeviceCondition> conditions) {
        return asked.counts(runId, conditions);
    }

    @Override
    public Optional<List<MarkCount>> marks(long runId, DeviceCondition condition) {
        return asked.marks(runId, condition);
    }

    @Override
    public boolean any(long runId, DeviceCondition condition) {
        return asked.any(runId, condition);
    }

    @Override
    public List<DeviceRow> first(long runId, DeviceCondition condition, AskedOrder by, boolean ascending, int most) {
        return asked.first(runId, condition, by, ascending, most);
    }

    @Override
    public List<GroupCount> groups(long runId, DeviceCondition condition, List<AskedGrouping> groupings, int most) {
        return asked.groups(runId, condition, groupings, most);
    }

    @Override
    public long countOnly(long runId, DeviceCondition condition, long otherRun, DeviceCondition other) {
        return asked.countOnly(runId, condition, otherRun, other);
    }

    @Override
    public List<DeviceRow> only(long runId, DeviceCondition condition, long otherRun, DeviceCondition other, int most) {
        return asked.only(runId, condition, otherRun, other, most);
    }

    @Override
    public List<UUID> named(long runId, String name, int most) {
        @Nullable UUID id = Guids.parse(name);
        return id == null ? asked.named(runId, name.strip(), most) : devices.ids(runId, DeviceFilter.text(name), most);
    }

    @Override
    public List<String> near(long runId, AskedText sort, String text, int most) {
        return asked.near(runId, sort, text.strip(), most);
    }

    @Override
    public List<String> beginning(long runId, AskedText sort, String beginning, int most) {
        return asked.beginning(runId, sort, beginning.strip(), most);
    }
}
