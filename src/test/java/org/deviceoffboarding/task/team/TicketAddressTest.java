package org.deviceoffboarding.task.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.deviceoffboarding.task.TaskRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketAddressTest {

    @Test
    void aTicketsNumberTakesItsPlaceInTheAddress() {
        TicketAddress address = TicketAddress.checked(" https://tickets.example/nav?id={number}&view=all ");

        assertThat(address.of("INC0012")).contains("https://tickets.example/nav?id=INC0012&view=all");
        assertThat(address.of("a/b#c d")).contains("https://tickets.example/nav?id=a%2Fb%23c%20d&view=all");
    }

    @Test
    void whereNoAddressIsSaidThereIsNoLink() {
        assertThat(TicketAddress.checked("  ")).isEqualTo(TicketAddress.NONE);
        assertThat(TicketAddress.NONE.of("1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tickets.example/{number}",
                "javascript:alert({number})",
                "https://tickets.example/",
                "https://tickets.example/{number}/{number}",
                "https://ada:secret@tickets.example/{number}",
                "https://{number}.example/",
                "https://tickets.example:{number}/",
                "https:///{number}",
                "tickets.example/{number}",
                "https://tickets.example/{number} or so"
            })
    void whatLeadsElsewhereIsRefused(String template) {
        assertThatExceptionOfType(TaskRefusedException.class)
                .isThrownBy(() -> TicketAddress.checked(template))
                .satisfies(refused -> assertThat(refused.about()).isEqualTo(TaskRefusedException.ADDRESS));
    }
}
