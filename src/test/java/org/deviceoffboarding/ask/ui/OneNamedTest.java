package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.saved.AskedFor;
import org.deviceoffboarding.inventory.ui.NamedDevicesAction.Named;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.api.Test;

class OneNamedTest {

    private static final Condition ANNA = user("anna@contoso.example");
    private static final Condition SALES = new Condition.Is(new Criterion.Groups(List.of("Sales")));
    private static final Condition MACS = AskedFor.with(Choice.MACOS);

    @Test
    void whoseDevicesAreAskedForIsNamedAlsoWhereTheyAreNarrowed() {
        assertThat(of(ANNA)).contains(new OneNamed(Named.USER, "anna@contoso.example"));
        assertThat(of(Condition.all(List.of(SALES, MACS)))).contains(new OneNamed(Named.GROUP, "Sales"));
    }

    @Test
    void severalPeopleArePickedOneByOne() {
        assertThat(of(user("anna@contoso.example", "ben@contoso.example"))).isEmpty();
        assertThat(of(user("anna@*"))).isEmpty();
        assertThat(of(Condition.all(List.of(ANNA, SALES)))).isEmpty();
    }

    @Test
    void whoseDevicesAreNotOrNotOnlyAskedForIsNotOffered() {
        assertThat(of(Condition.not(ANNA))).isEmpty();
        assertThat(of(Condition.any(List.of(ANNA, MACS)))).isEmpty();
        assertThat(OneNamed.in(Question.devices(null))).isEmpty();
    }

    private static Optional<OneNamed> of(Condition where) {
        return OneNamed.in(Question.devices(where));
    }

    private static Condition user(String... patterns) {
        return new Condition.Is(new Criterion.Texts(ConditionType.USER, List.of(patterns)));
    }
}
