package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Registered owners, read from the demo tenant over HTTP in batches. */
@DemoPortal
class RegisteredOwnerRunTest {

    private static final FindingFilter ALL = new FindingFilter("", null, null, null, null);

    @Autowired
    private DemoRuns demo;

    @Autowired
    private RunService runs;

    @BeforeEach
    void startAfresh() {
        demo.startAfresh();
        demo.haveResult();
    }

    /** Other tests begin with the result that they find. */
    @AfterEach
    void leaveAResultWithTheOwnersThatTheTenantWasMadeWith() {
        demo.startAfresh();
        assertThat(demo.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void ownersAreReadForThoseWithoutAKnownUserOnly() {
        demo.faults().forgetRequests(); // of the result before
        Run run = demo.run();

        List<Finding> unknown =
                findings(run).stream().filter(each -> each.user() == null).toList();
        assertThat(unknown).isNotEmpty().allSatisfy(each -> {
            var device = demo.device(known -> known.id().equals(each.objectId().toString()));
            var owner = device.owner();
            assertThat(each.registeredOwner()).isEqualTo(owner == null ? null : owner.userPrincipalName());
            assertThat(each.ownerNotRead()).isNull();
        });
        assertThat(findings(run))
                .filteredOn(each -> each.user() != null)
                .allSatisfy(each -> assertThat(each.registeredOwner()).isNull());
        assertThat(demo.faults().requests("GET /devices/{id}/registeredOwners")).isEqualTo(unknown.size());
    }

    @Test
    void severalOwnersAndNobodyAreSaidAsTheyAreAndGoWithTheNextRun() {
        UUID device = withoutUser();
        demo.population()
                .owners()
                .set(
                        device.toString(),
                        IntStream.range(0, 5)
                                .mapToObj(demo.population()::person)
                                .toList());
        Run run = demo.run();
        assertThat(owner(run, device)).matches("([^, ]+@[^, ]+, ){4}[^, ]+@[^, ]+");

        demo.population().owners().set(device.toString(), List.of());
        assertThat(owner(demo.run(), device)).isNull();
    }

    @Test
    void aRefusalIsNoFailureOfTheRun() {
        UUID device = withoutUser();
        demo.strike(
                Fault.of(Fault.Kind.STATUS, "/devices/*/registeredOwners", -1).withStatus(403));

        Run run = demo.run();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(owner(run, device)).isNull();
        assertThat(runs.finding(run.id(), device).orElseThrow().ownerNotRead()).isNotBlank();
    }

    private UUID withoutUser() {
        return findings(runs.latestCompleted().orElseThrow()).stream()
                .filter(each -> each.user() == null)
                .findFirst()
                .orElseThrow()
                .objectId();
    }

    private @Nullable String owner(Run run, UUID device) {
        return runs.finding(run.id(), device).orElseThrow().registeredOwner();
    }

    private List<Finding> findings(Run run) {
        return runs.findings(run.id(), ALL, PageRequest.of(0, 2_000));
    }
}
