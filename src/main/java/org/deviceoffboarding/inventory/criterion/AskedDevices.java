package org.deviceoffboarding.inventory.criterion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceRow;

/**
 * Answers questions about the listed devices of a run's copy of the tenant: of the inventory, or of the one before it, which is kept
 * until the next run ends. For whoever asked for a role. What is read in one transaction should be of one moment: {@code REPEATABLE
 * READ}.
 */
public interface AskedDevices {

    /** Returns the run whose copy is the inventory; nothing before the first. */
    OptionalLong inventory();

    /** Returns whether a run's copy is kept. */
    boolean has(long runId);

    /**
     * Makes sure that all devices of the inventory have what questions ask by. Not in a transaction.
     *
     * @return whether they do: a portal of a version before leaves it, and where that is much only a run fills it
     */
    boolean complete();

    /** Returns whether all devices of a run's copy have what questions ask by. */
    boolean isComplete(long runId);

    /** Returns a select of the object IDs of devices, to narrow by what else is kept of them. */
    DeviceSubset subset(long runId, DeviceCondition condition);

    /** Counts devices. */
    long count(long runId, DeviceCondition condition);

    /** Counts the devices that meet each condition, in one pass where the copy allows. */
    List<Long> counts(long runId, List<DeviceCondition> conditions);

    /** Counts devices by what the result says of them; nothing of a copy that was made by a version which did not keep that with it. */
    Optional<List<MarkCount>> marks(long runId, DeviceCondition condition);

    /** Returns whether there is such a device. */
    boolean any(long runId, DeviceCondition condition);

    /** Returns devices in an order, at most so many; those come last of which it is not known what orders them. */
    List<DeviceRow> first(long runId, DeviceCondition condition, AskedOrder by, boolean ascending, int most);

    /** Counts devices apart, the largest groups first, at most so many. */
    List<GroupCount> groups(long runId, DeviceCondition condition, List<AskedGrouping> groupings, int most);

    /** Counts the devices of one copy that meet a condition, and do not meet another one in the other copy or are not in it. */
    long countOnly(long runId, DeviceCondition condition, long otherRun, DeviceCondition other);

    /** Returns such devices by name, at most so many. */
    List<DeviceRow> only(long runId, DeviceCondition condition, long otherRun, DeviceCondition other, int most);

    /** Returns the object IDs of devices by an ID, a name or a serial number, whole and without regard to case; at most so many. */
    List<UUID> named(long runId, String name, int most);

    /** Returns what devices are named by that is nearly this, the nearest first, at most so many. */
    List<String> near(long runId, AskedText sort, String text, int most);

    /** Returns what devices are named by that begins so, in its order, at most so many. */
    List<String> beginning(long runId, AskedText sort, String beginning, int most);
}
