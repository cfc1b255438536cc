package org.deviceoffboarding.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @Test
    void itKeepsWhatStandsBehindTheHost() {
        WebhookAddress address = WebhookAddress.of(" https://Prod.Logic.example:8443/workflows/1?api=2&sig=a%2Bb ", "");

        assertThat(address.host()).isEqualTo("prod.logic.example");
        assertThat(address.port()).isEqualTo(8443);
        assertThat(address.authority()).isEqualTo("prod.logic.example:8443");
        assertThat(address.path()).isEqualTo("/workflows/1?api=2&sig=a%2Bb");
        assertThat(address).as("as a log would have it").asString().doesNotContain("sig=");
    }

    @Test
    void theHighestPortIsTaken() {
        assertThat(WebhookAddress.of("https://teams.example:65535/", "").port()).isEqualTo(65_535);
    }

    @Test
    void aHostOfOtherLettersIsWrittenAsTheNetworkKnowsIt() {
        assertThat(WebhookAddress.of("https://münchen.example/x", "").host()).isEqualTo("xn--mnchen-3ya.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "teams.example",
                "ftp://teams.example/",
                "http://teams.example/",
                "https://user:password@teams.example/",
                "https://teams.example/#part",
                "https:///path",
                "https://teams.example:0/",
                "https://teams.example:65536/",
                "https://teams.example:99999/",
                "https://teams.example/a b",
                "https://teams.example/\r\nX-Injected: 1",
                "file:///etc/passwd"
            })
    void whatNothingCanBeSentToIsRefused(String typed) {
        assertThatExceptionOfType(WebhookRefusedException.class)
                .isThrownBy(() -> WebhookAddress.of(typed, ""))
                .satisfies(refused -> assertThat(refused.about()).isEqualTo(WebhookRefusedException.ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://LOCALHOST.:8443/hook",
                "https://in.localhost/hook",
                "https://10.1.2.3:8443/hook",
                "https://169.254.169.254/latest",
                "https://[::1]/hook",
                "https://[fd00::1]/hook",
                "https://[::ffff:10.0.0.1]/hook"
            })
    void anInternalAddressIsRefusedUnlessAnOwnerNamesIt(String typed) {
        assertThatExceptionOfType(WebhookRefusedException.class)
                .isThrownBy(() -> WebhookAddress.of(typed, ""))
                .withMessageContaining("not of the open internet")
                .satisfies(refused -> assertThat(refused.about()).isEqualTo(WebhookRefusedException.ADDRESS));
        String host = typed.replaceAll("https://(\\[.*]|[^:/]+).*", "$1");
        assertThat(WebhookAddress.of(typed, host).host()).isEqualToIgnoringCase(host);
    }

    @Test
    void anAddressOfTheOpenInternetMayBeWrittenOut() {
        assertThat(WebhookAddress.of("https://52.1.2.3/hook", "").host()).isEqualTo("52.1.2.3");
    }

    @Test
    void onlyWithinANetworkOfTheOwnersOwnNothingIsEncrypted() {
        assertThat(WebhookAddress.of("http://siem.corp.example/in", "SIEM.corp.example")
                        .encrypted())
                .isFalse();
        assertThatExceptionOfType(WebhookRefusedException.class)
                .isThrownBy(() -> WebhookAddress.of("http://siem.corp.example/in", "other.corp.example"));
    }
}
