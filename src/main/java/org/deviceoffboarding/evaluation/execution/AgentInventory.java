package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.directory.GroupMembers;
import org.deviceoffboarding.directory.GroupMembership;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.ClockDriftException;
import org.deviceoffboarding.graph.GraphClock;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.UndisturbedTokens;
import org.deviceoffboarding.inventory.AuditListReading;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.InventoryCounts;
import org.deviceoffboarding.inventory.InventoryReader;
import org.deviceoffboarding.inventory.InventorySource;
import org.deviceoffboarding.inventory.OwnerLookup;
import org.deviceoffboarding.inventory.ReadingListener;
import org.deviceoffboarding.inventory.RegisteredOwners;
import org.springframework.stereotype.Component;

/** Reads the tenant with the agent's identity. */
@Component
class AgentInventory implements RunInventory {

    private final AgentIdentity agent;
    private final AgentHold hold;
    private final AgentFeatures features;
    private final InventoryReader reader;
    private final OwnerLookup owners;
    private final Inventories inventories;
    private final GroupMembers groups;
    private final GraphClock graphClock;

    AgentInventory(
            AgentIdentity agent,
            AgentHold hold,
            AgentFeatures features,
            InventoryReader reader,
            OwnerLookup owners,
            Inventories inventories,
            GroupMembers groups,
            GraphClock graphClock) {
        this.agent = agent;
        this.hold = hold;
        this.features = features;
        this.reader = reader;
        this.owners = owners;
        this.inventories = inventories;
        this.groups = groups;
        this.graphClock = graphClock;
    }

    @Override
    public void requireAgent() {
        hold.hold();
    }

    @Override
    public void requireReady() {
        asked(() -> {
            features.requireForRun();
            return features;
        });
    }

    @Override
    public void read(long runId, Instant removedSince, ReadingListener listener) {
        GraphClock.Watch watch = graphClock.watch();
        asked(() -> {
            reader.read(runId, removedSince, tokens(), new ClockWatch(listener, watch));
            listener.doing("reads restricted administrative units");
            reader.readUnits(runId, tokens());
            agent.usedByRun();
            return runId;
        });
        agent.noteAccepted();
    }

    @Override
    public Set<UUID> confirm(long runId, Collection<UUID> deviceIds, IntConsumer answered) {
        return asked(() -> reader.confirm(runId, deviceIds, tokens(), answered));
    }

    @Override
    public Set<UUID> confirmRecords(long runId, Collection<UUID> intuneIds, IntConsumer answered) {
        return asked(() -> reader.confirmRecords(runId, intuneIds, tokens(), answered));
    }

    @Override
    public Map<UUID, RegisteredOwners> registeredOwners(Collection<UUID> objectIds) {
        return asked(() -> owners.read(objectIds, tokens()));
    }

    @Override
    public void requireRightClock() {
        asked(() -> graphClock); // which asks nothing, and looks at the clocks
    }

    @Override
    public InventoryCounts counts(long runId) {
        return inventories.counts(runId);
    }

    @Override
    public AuditListReading auditList(long runId) {
        return inventories.auditList(runId);
    }

    @Override
    public void forEachPage(long runId, int pageSize, Consumer<List<DeviceFacts>> pages) {
        inventories.forEachFacts(runId, pageSize, pages);
    }

    @Override
    public Optional<DeviceFacts> facts(long runId, UUID objectId) {
        return inventories.facts(runId, objectId);
    }

    @Override
    public List<DeviceFacts> facts(long runId, Collection<UUID> objectIds) {
        return inventories.facts(runId, objectIds);
    }

    @Override
    public GroupMembership members(String group) {
        return asked(() -> groups.read(group, tokens()));
    }

    @Override
    public void compare(long runId) {
        asked(() -> {
            reader.compare(runId, tokens());
            return runId;
        });
    }

    @Override
    public void list(long runId) {
        reader.list(runId);
    }

    @Override
    public void pack(long runId) {
        inventories.pack(runId);
    }

    @Override
    public void holdToPublish() {
        inventories.holdToPublish();
    }

    @Override
    public void publish(long runId) {
        inventories.publish(runId);
    }

    @Override
    public void tidy() {
        inventories.tidy();
    }

    @Override
    public void withdraw() {
        inventories.withdraw();
    }

    @Override
    public boolean forgetAll(BooleanSupplier stopping) {
        return inventories.forgetAll(stopping);
    }

    @Override
    public void discard(long runId) {
        inventories.discard(runId);
    }

    /** A new refresh token is in the tenant's answer only: whoever waits for it is not interrupted, whatever fails beside it. */
    private AccessTokens tokens() {
        return new UndisturbedTokens(agent.tokens(), ParallelTasks.ofThisTask());
    }

    private <T> T asked(Supplier<T> question) {
        try {
            GraphClock.Watch watch = graphClock.watch();
            T answer = question.get();
            watch.requireRight();
            return answer;
        } catch (GraphException e) {
            agent.noteRefusal(e);
            throw new RunFailedException(e.reason(), e);
        } catch (ClockDriftException e) {
            throw new RunFailedException(e.reason() + " Then run again.", e);
        } catch (AgentMissingException e) {
            throw new RunFailedException("The agent was removed. Set it up again, then run again.", e);
        }
    }

    /** Looks at the clocks with each page: what was read before a restart was read by a right one, too. */
    private record ClockWatch(ReadingListener listener, GraphClock.Watch watch) implements ReadingListener {

        @Override
        public void pageRead(InventorySource source, int pages, long rows) {
            watch.requireRight();
            listener.pageRead(source, pages, rows);
        }

        @Override
        public void finished(InventorySource source, long rows) {
            listener.finished(source, rows);
        }

        @Override
        public void doing(String what) {
            listener.doing(what);
        }
    }
}
