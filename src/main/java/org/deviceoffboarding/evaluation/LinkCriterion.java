package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.judging.LinkState;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Narrows devices to those with a link state, as the newest run judged them; to none where that did not keep it, see {@link
 * RunResults#knowsLinks}.
 */
@Component
@Order(22)
class LinkCriterion implements DeviceCriterion {

    private static final String UNHEALTHY = "select object_id from device_link where run_id = :run";

    private static final String HEALTHY_IF_KNOWN = """
            select object_id from inventory_device d
            where run_id = (select id from evaluation_run where links_known and id = :run)
              and not exists (select from device_link l where l.run_id = d.run_id and l.object_id = d.object_id)
            """;

    private final RunRepository runs;

    LinkCriterion(RunRepository runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "link";
    }

    @Override
    public String label() {
        return "Link to Intune";
    }

    @Override
    public boolean inFilterBar() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return Stream.of(LinkState.values())
                .map(state -> new Choice(state.name(), state.label(), devices(state)))
                .toList();
    }

    private DeviceSubset devices(LinkState state) {
        return state == LinkState.HEALTHY
                ? healthy()
                : new DeviceSubset(
                        true,
                        "select object_id from device_link where link_state = :link and run_id = :run",
                        Map.of("link", state.name()),
                        "coalesce(e.link_state, '') = '" + state.name() + "'");
    }

    /** Nearly all devices are: the others are fewer to look for. */
    private DeviceSubset healthy() {
        return runs.newest(RunStatus.COMPLETED)
                        .filter(run -> runs.knowsLinks(run.id()))
                        .isPresent()
                ? DeviceSubset.notIn(UNHEALTHY).marked("e.link_state is not null")
                : DeviceSubset.in(HEALTHY_IF_KNOWN);
    }
}
