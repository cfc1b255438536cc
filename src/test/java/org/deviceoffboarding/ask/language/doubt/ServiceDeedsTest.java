package org.deviceoffboarding.ask.language.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is no person: what it is said to have done is never read without it, nor as if it were somebody's name. */
class ServiceDeedsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> SERVICES = List.of(
            "Intune",
            "Microsoft Intune",
            "Microsoft",
            "Entra",
            "Azure AD",
            "Autopilot",
            "Microsoft Graph",
            "the system",
            "a script",
            "automation",
            "the service");

    @ParameterizedTest
    @MethodSource("removals")
    void removalsByAServiceAreAskedBack(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).as(prompt).isNull();
        assertThat(understood.missed())
                .anySatisfy(missed -> assertThat(missed.reason()).contains("as Intune writes it"));
    }

    static Stream<String> removals() {
        return SERVICES.stream()
                .flatMap(service -> Stream.of("removed", "wiped", "retired", "deleted")
                        .flatMap(verb -> Stream.of(
                                "Devices " + verb + " by " + service,
                                "Which Macs were " + verb + " by " + service + " last month?",
                                "devices " + verb + " from Intune last week by " + service,
                                "Devices not " + verb + " by " + service,
                                "Devices that " + service + " has " + verb,
                                "Which devices did " + service + " " + verb.replaceAll("(?<=p)ed$|d$", "") + "?")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatElseAServiceDidIsAnsweredWithoutItAndSaid(String prompt, String service) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).anySatisfy(missed -> {
            assertThat(missed.words()).contains(service);
            assertThat(missed.reason()).contains("who did this is not known");
        });
    }

    static Stream<Arguments> others() {
        return SERVICES.stream()
                .flatMap(service -> Stream.of("disabled", "blocked", "enabled", "registered", "turned off")
                        .map(verb -> Arguments.of("Macs " + verb + " by " + service, service)));
    }

    @ParameterizedTest
    @CsvSource({
        "Devices removed by Intune, Devices removed from Intune",
        "Devices removed by Microsoft, Devices removed by \"*Microsoft*\"",
        "Devices wiped by Azure AD, Devices wiped by \"*Azure AD*\""
    })
    void whatTheDataCanAnswerIsOffered(String prompt, String offered) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).singleElement().satisfies(missed -> {
            assertThat(missed.replacements()).isNotEmpty();
            String other = prompt.substring(0, missed.start())
                    + missed.replacements().getFirst()
                    + prompt.substring(missed.end());
            assertThat(other).isEqualTo(offered);
            assertThat(INTERPRETER.interpret(other, null).question()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Devices removed by \"Intune\" | Intune",
                "Devices removed by Jamf | Jamf",
                "Devices wiped by svc-intune@contoso.com | svc-intune@contoso.com",
                "Devices removed by Intune Administrator | Intune Administrator"
            })
    void theNameOfAnAccountOrAnAppIsRead(String prompt, String remover) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(understood.question())
                .extracting(Question::where)
                .extracting(Condition::criteria)
                .asInstanceOf(InstanceOfAssertFactories.list(Criterion.class))
                .contains(new Criterion.Texts(ConditionType.REMOVED_BY, List.of(remover)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Devices removed from Intune",
                "Devices managed by Intune",
                "Devices hidden by Intune",
                "Devices not known to Intune",
                "Devices Entra registered",
                "Devices in Entra removed from Intune",
                "Devices made by Microsoft",
                "Devices seen by Intune in the last 30 days"
            })
    void whatAServiceManagesOrKnowsIsUnderstoodAsBefore(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isEmpty();
    }
}
