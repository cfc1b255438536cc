package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonDisplayTest {

    @ParameterizedTest
    @CsvSource({
        "Olivia Berg, OB",
        "Rosa Martín, RM",
        "' rosa  de la  martín ', RM",
        "Olivia Berg (External), OB",
        "'Berg, Olivia', BO",
        "Olivia, OL",
        "王伟, 王伟",
        "O, O",
        "(Contractor), ''",
        "olivia.berg@contoso.example, ''",
    })
    void initialsAreThoseOfTheNameThatPeopleKnow(String name, String initials) {
        assertThat(PersonDisplay.initials(name)).isEqualTo(initials);
    }
}
