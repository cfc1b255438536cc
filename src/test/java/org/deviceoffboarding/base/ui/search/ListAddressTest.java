package org.deviceoffboarding.base.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C++ & more",
                "a+b=c",
                "50 % off?",
                "#1/2",
                "Größe",
                "\ud83d\ude00",
                "PC \ud83d\udc69\u200d\ud83d\udcbb 1",
                "<b>\"'`"
            })
    void whatIsSearchedForIsWhatTheAddressSays(String text) {
        String address = ListAddress.searched("devices", text);

        assertThat(address).matches("devices\\?search=[\\w.~%*'-]+");
        assertThat(new Location(address).getPath()).isEqualTo("devices");
        assertThat(new Location(address).getQueryParameters().getParameters())
                .containsOnlyKeys("search")
                .containsEntry("search", List.of(text));
    }
}
