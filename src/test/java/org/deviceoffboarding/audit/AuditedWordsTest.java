package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever constants an entry can keep, pages and files of evidence say what these are called. */
class AuditedWordsTest {

    private static final AuditedActions ACTIONS = new AuditedActions();

    private final AuditedWords words = new AuditedWords(ACTIONS);

    /** A constant that a field of an action may hold. */
    record Held(String action, String field, Enum<?> constant) {}

    static Stream<Held> everyConstantOfEveryAction() {
        return ACTIONS.all().stream()
                .flatMap(action -> action.values().entrySet().stream()
                        .filter(value -> value.getValue().isEnum())
                        .flatMap(value -> Arrays.stream(value.getValue().getEnumConstants())
                                .map(constant -> new Held(action.name(), value.getKey(), (Enum<?>) constant))));
    }

    @ParameterizedTest
    @MethodSource("everyConstantOfEveryAction")
    void aConstantIsSaidAsPagesSayItWhereverItStands(Held held) {
        String name = held.constant().name();
        String word = ((Labelled) held.constant()).label();
        assertThat(word).isNotBlank().isNotEqualTo(name).doesNotMatch("[A-Z]+(_[A-Z]+)+");

        for (AuditDetails details : List.of(
                AuditDetails.NONE.with(held.field(), held.constant()),
                AuditDetails.NONE.with(held.field(), List.of(held.constant(), held.constant())),
                AuditDetails.NONE.with(held.field(), Map.of(held.constant(), 7)),
                AuditDetails.NONE.changed(held.field(), null, held.constant()),
                AuditDetails.NONE.changed(held.field(), held.constant(), null))) {
            assertThat(words.of(held.action(), details.values())).isEqualTo(Map.of(held.field(), Map.of(name, word)));
        }
    }

    /** A type of several actions says it for all of them, though only one may have the field; a misspelt one would have no effect. */
    @Test
    void whatIsSaidToHoldConstantsIsAFieldOfAnAction() {
        Set<String> fields = ACTIONS.all().stream()
                .flatMap(
                        action -> Stream.concat(action.details().keySet().stream(), action.changes().keySet().stream()))
                .collect(Collectors.toSet());

        assertThat(ACTIONS.all())
                .allSatisfy(action -> assertThat(action.values().keySet()).isSubsetOf(fields));
    }

    @Test
    void whatAPersonWroteIsNeverTakenForAConstant() {
        AuditDetails details = AuditDetails.NONE.with("note", "WAITING").with("requestedBy", "DELETE");

        assertThat(words.of("request.rejected", details.values())).isEmpty();
    }

    @Test
    void ofAFilterTheConstantsAreSaidAndNotWhatWasTyped() {
        AuditDetails details = AuditDetails.NONE.with(
                "filter", Map.of("platform", "WINDOWS", "text", "WINDOWS", "action", "device.disabled", "of", "PC-1"));

        assertThat(words.of("list.exported", details.values()))
                .isEqualTo(Map.of("filter", Map.of("WINDOWS", "Windows", "device.disabled", "Disabled a device")));
    }

    @Test
    void timeSpansAreSaidInHoursMinutesAndSeconds() {
        assertThat(pause(Duration.ofSeconds(3_725))).isEqualTo("1 h 2 min 5 s");
        assertThat(pause(Duration.ofMillis(1_200))).isEqualTo("2 s");
        assertThat(pause(Duration.ofMinutes(15))).isEqualTo("15 min");
        assertThat(pause(Duration.ZERO)).isEqualTo("0 s");
    }

    private String pause(Duration pause) {
        Map<String, Map<String, String>> said = words.of(
                "request.held-off", AuditDetails.NONE.with("pause", pause).values());
        return said.getOrDefault("pause", Map.of()).getOrDefault(pause.toString(), "");
    }

    @Test
    void whatNobodyKnowsAnyMoreStaysAsItIs() {
        assertThat(words.of(
                        "lamp.lit", AuditDetails.NONE.with("does", "DISABLE").values()))
                .isEmpty();
        assertThat(words.of(
                        "request.asked", AuditDetails.NONE.with("does", "PAINT").values()))
                .isEmpty();
    }
}
