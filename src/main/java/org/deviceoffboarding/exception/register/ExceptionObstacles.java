package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.evaluation.Lookup;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.deviceoffboarding.evaluation.TenantLookups;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What stands in the way of a run among the exceptions in force: people and groups can be deleted after one was made. */
@Component
@Order(10)
class ExceptionObstacles implements RunObstacles {

    private final ExceptionRepository exceptions;
    private final TenantLookups tenant;
    private final Clock clock;

    ExceptionObstacles(ExceptionRepository exceptions, TenantLookups tenant, Clock clock) {
        this.exceptions = exceptions;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Nobody is asked any more once there is no answer: where the tenant is away the next question would only wait as long. */
    @Override
    public List<Obstacle> find() {
        List<Obstacle> obstacles = new ArrayList<>();
        for (DeviceException exception : exceptions.inForce(clock.instant())) {
            Lookup.State state = exception.kind().readFromTenant() ? look(exception, obstacles) : Lookup.State.FOUND;
            if (state == Lookup.State.UNANSWERED) {
                return obstacles;
            }
        }
        return obstacles;
    }

    private Lookup.State look(DeviceException exception, List<Obstacle> obstacles) {
        Lookup lookup = exception.kind() == ExceptionKind.GROUP
                ? tenant.group(exception.target())
                : tenant.user(exception.target());
        switch (lookup.state()) {
            case FOUND -> {}
            case MISSING ->
                obstacles.add(new Obstacle(
                        true,
                        "The next run would fail by the exception for " + exception.what() + ". " + lookup.sentences()
                                + " If it is no longer needed, lift it under Exceptions."));
            case UNANSWERED ->
                obstacles.add(new Obstacle(
                        false,
                        "Whether a run can read what exceptions name could not be looked up now. " + lookup.sentences()
                                + " The run looks itself."));
        }
        return lookup.state();
    }
}
