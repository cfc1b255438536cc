package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.jspecify.annotations.Nullable;

/** The filters of the list of devices: what the inventory knows, and what other features know. */
class DeviceFilterBar extends FilterBar {

    private static final int LONGEST_SILENCE = 3_650;

    private final TextField text;
    private final Select<Platform> platform;
    private final Select<Ownership> ownership;
    private final Select<JoinType> joinType;
    private final Select<Yes> enabled;
    private final Select<Yes> inIntune;
    private final IntegerField silent;
    private final List<Select<DeviceCriterion.Choice>> criteria;
    private final transient Clock clock;

    DeviceFilterBar(TableState state, Runnable changed, List<DeviceCriterion> known, Clock clock) {
        super(state, changed);
        this.clock = clock;
        text = filters().search("Name, serial number, user or ID");
        platform = filters().choice("Platform", "platform", Platform.class, Platform::label);
        ownership = filters().choice("Ownership", "ownership", Ownership.class, Ownership::label);
        joinType = filters().choice("Join type", "join", JoinType.class, JoinType::label);
        enabled = filters().choice("Enabled", "enabled", Yes.class, Yes::label);
        inIntune = filters().choice("In Intune", "intune", Yes.class, Yes::label);
        silent = filters().number("No activity for days", "silent", LONGEST_SILENCE);
        criteria = known.stream()
                .filter(DeviceCriterion::inFilterBar)
                .map(this::field)
                .toList();
        List<AbstractField<?, ?>> fields =
                new ArrayList<>(List.of(platform, ownership, joinType, enabled, inIntune, silent));
        fields.addAll(criteria);
        show(text, fields.toArray(AbstractField<?, ?>[]::new));
    }

    DeviceFilter value() {
        return new DeviceFilter(
                text.getValue(),
                platform.getValue(),
                ownership.getValue(),
                Yes.toBoolean(enabled.getValue()),
                Yes.toBoolean(inIntune.getValue()),
                joinType.getValue(),
                silentSince(),
                subsets());
    }

    private @Nullable Instant silentSince() {
        Integer days = silent.getValue();
        return days == null || days < 1 || days > LONGEST_SILENCE
                ? null
                : clock.instant().minus(Duration.ofDays(days));
    }

    private List<DeviceSubset> subsets() {
        return criteria.stream()
                .filter(field -> !field.isEmpty())
                .map(field -> field.getValue().devices())
                .toList();
    }

    private Select<DeviceCriterion.Choice> field(DeviceCriterion criterion) {
        return filters()
                .choice(
                        criterion.label(),
                        criterion.name(),
                        criterion.choices(),
                        DeviceCriterion.Choice::name,
                        DeviceCriterion.Choice::label);
    }

    private enum Yes {
        YES("Yes"),
        NO("No");

        private final String label;

        Yes(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static @Nullable Boolean toBoolean(@Nullable Yes answer) {
            return answer == null ? null : answer == YES;
        }
    }
}
