package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.directory.GroupMembers;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphClock;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.InventoryReader;
import org.deviceoffboarding.inventory.OwnerLookup;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A run confirms by key while its devices are listed. Where listing them fails, confirming stops, but not while a new refresh token is on
 * its way, which is lost for good with whoever waits for it.
 */
@DemoPortal
@Timeout(60)
class UndisturbedConfirmationTest {

    private static final UUID ID = UUID.randomUUID();

    /** What is asked of the tenant beside listing, each with so little that one request does. */
    enum Asked {
        DEVICES(inventory -> inventory.confirm(1, List.of(ID), _ -> {})),
        RECORDS(inventory -> inventory.confirmRecords(1, List.of(ID), _ -> {})),
        OWNERS(inventory -> inventory.registeredOwners(List.of(ID))),
        MEMBERS(inventory -> inventory.members(ID.toString()));

        private final Consumer<AgentInventory> question;

        Asked(Consumer<AgentInventory> question) {
            this.question = question;
        }
    }

    private final Thread run = Thread.currentThread();
    private final CountDownLatch exchanging = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    @Autowired
    private AgentHold hold;

    @Autowired
    private AgentFeatures features;

    @Autowired
    private InventoryReader reader;

    @Autowired
    private OwnerLookup owners;

    @Autowired
    private Inventories inventories;

    @Autowired
    private GroupMembers groups;

    @Autowired
    private GraphClock clock;

    @ParameterizedTest
    @EnumSource
    void whatFailsBesideItWaitsUntilANewRefreshTokenIsKept(Asked asked) {
        var inventory = new AgentInventory(agent(), hold, features, reader, owners, inventories, groups, clock);

        assertThatThrownBy(() -> ParallelTasks.thatCompute()
                        .run(List.of(this::failWhileExchanging, () -> asked.question.accept(inventory))))
                .hasMessage("The devices could not be listed");

        assertThat(exchanging.getCount()).isZero();
        assertThat(interrupted).isFalse();
    }

    private void failWhileExchanging() {
        try {
            exchanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The devices could not be listed");
    }

    /** Takes until whoever wants to stop it either waits for it or has interrupted it. */
    private String exchange() {
        exchanging.countDown();
        while (!Thread.currentThread().isInterrupted() && !waitsForALock(run)) {
            Thread.onSpinWait();
        }
        interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
        return "a-token";
    }

    private static boolean waitsForALock(Thread thread) {
        Object waitedFor = LockSupport.getBlocker(thread);
        return waitedFor != null && waitedFor.getClass().getName().contains("ReentrantReadWriteLock");
    }

    private AgentIdentity agent() {
        AccessTokens tokens = this::exchange;
        return (AgentIdentity) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AgentIdentity.class},
                (proxy, method, arguments) -> method.getName().equals("tokens") ? tokens : null);
    }
}
