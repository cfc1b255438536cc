package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.judging.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Narrows the list of devices to those of one kind, as the newest result recognised it; to none where it did not keep that. */
@Component
@Order(20)
class KindCriterion implements DeviceCriterion {

    private static final String ORDINARY = """
            select object_id from inventory_device d
            where run_id = (select id from evaluation_run where kinds_known and id = :run)
              and not exists (select from device_kind k where k.run_id = d.run_id and k.object_id = d.object_id)
            """;

    @Override
    public String name() {
        return "kind";
    }

    @Override
    public String label() {
        return "Kind";
    }

    @Override
    public List<Choice> choices() {
        return Stream.of(Kind.values())
                .map(kind -> new Choice(kind.name(), kind.label(), devices(kind)))
                .toList();
    }

    private static DeviceSubset devices(Kind kind) {
        return kind == Kind.ORDINARY
                ? DeviceSubset.in(ORDINARY)
                : new DeviceSubset(
                        true,
                        "select object_id from device_kind where kind = :kind and run_id = :run",
                        Map.of("kind", kind.name()));
    }
}
