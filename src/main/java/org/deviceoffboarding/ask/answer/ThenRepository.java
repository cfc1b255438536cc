package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.ask.answer.ComparedAnswer.FittedDevice;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what earlier runs flagged, which is kept longer than their copies of the tenant. Only reads what is evaluation's. */
@Repository
class ThenRepository {

    private final JdbcClient jdbc;

    ThenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns which devices a run flagged that fit a condition; nothing where its findings do not tell: it asks for something else, or
     * for devices that are not flagged.
     */
    Optional<DeviceSubset> flagged(long runId, @Nullable Condition where) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        boolean flaggedOnly = false;
        for (Condition part : parts(where)) {
            if (!(part instanceof Condition.Is(Criterion.Choices choices))) {
                return Optional.empty();
            }
            if (choices.type() == ConditionType.FLAGGED || choices.type() == ConditionType.PART_OF) {
                if (!choices.choices().equals(List.of(Choice.FLAGGED))
                        && !choices.choices().equals(List.of(Choice.IN_SUGGESTION))) {
                    return Optional.empty();
                }
                flaggedOnly = true;
            } else {
                Optional<String> column = column(choices.type());
                if (column.isEmpty()) {
                    return Optional.empty();
                }
                flaggedOnly |= choices.type() == ConditionType.SITUATION;
                String name = "then_" + parameters.size();
                conditions.add(" and then_flagged." + column.get() + " = any(cast(:" + name + " as text[]))");
                parameters.put(name, values(choices));
            }
        }
        return flaggedOnly
                ? Optional.of(new DeviceSubset(
                        true,
                        "select then_flagged.object_id from flagged_device then_flagged where then_flagged.run_id = "
                                + runId + String.join("", conditions),
                        parameters))
                : Optional.empty();
    }

    private static List<Condition> parts(@Nullable Condition where) {
        return where == null ? List.of() : where instanceof Condition.All(List<Condition> all) ? all : List.of(where);
    }

    private static Optional<String> column(ConditionType type) {
        return switch (type) {
            case SITUATION -> Optional.of("situation");
            case PLATFORM -> Optional.of("platform");
            case OWNERSHIP -> Optional.of("ownership");
            case JOIN_TYPE -> Optional.of("join_type");
            default -> Optional.empty();
        };
    }

    private static String[] values(Criterion.Choices choices) {
        return choices.choices().stream()
                .map(choice -> choices.type() == ConditionType.JOIN_TYPE
                        ? JoinType.valueOf(choice.name()).trustType()
                        : choice.name())
                .toArray(String[]::new);
    }

    long count(DeviceSubset devices) {
        return jdbc.sql("select count(*) from (" + devices.objectIds() + ") fitted")
                .params(devices.parameters())
                .query(Long.class)
                .single();
    }

    /** Returns devices that a run flagged among some and that are not among others, by name. */
    List<FittedDevice> goneFindings(long runId, DeviceSubset before, DeviceSubset now, int most) {
        Map<String, Object> parameters = new HashMap<>(before.parameters());
        parameters.putAll(now.parameters());
        return jdbc.sql("""
                select flagged.object_id, flagged.name from flagged_device flagged
                where flagged.run_id = :run
                  and exists (select from (%s) fitted where fitted.object_id = flagged.object_id)
                  and not exists (select from (%s) fits where fits.object_id = flagged.object_id)
                order by lower(flagged.name), flagged.object_id limit :most
                """.formatted(before.objectIds(), now.objectIds()))
                .params(parameters)
                .param("run", runId)
                .param("most", most)
                .query((row, number) -> new FittedDevice(row.getObject("object_id", UUID.class), row.getString("name")))
                .list();
    }
}
