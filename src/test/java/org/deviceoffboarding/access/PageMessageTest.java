package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"csrfToken\":\"x\",\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"click\",\"data\":{}}],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":0,\"resynchronize\":true}",
                "{\"csrfToken\":\"x\",\"rpc\":[],\"UNLOAD\":true}"
            })
    void whatPagesSendIsReadable(String message) {
        assertThat(PageMessage.isReadable(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"rpc\":{},\"syncId\":0}",
                "{\"rpc\":[1],\"syncId\":0}",
                "{\"rpc\":[{}],\"syncId\":0}",
                "{\"rpc\":[{\"type\":5}],\"syncId\":0}",
                "{\"rpc\":[{\"type\":\"event\",\"node\":\"abc\"}],\"syncId\":0}",
                "{\"rpc\":[{\"type\":\"mSync\",\"node\":1}],\"syncId\":0}",
                "{\"rpc\":[],\"syncId\":99999999999}",
                "{\"rpc\":[],\"syncId\":0,\"csrfToken\":1}"
            })
    void whatNoPageSendsIsNot(String message) {
        assertThat(PageMessage.isReadable(message)).isFalse();
    }

    @Test
    void whatIsTooDeepIsNot() {
        assertThat(PageMessage.isReadable("[".repeat(50_000))).isFalse();
    }

    @Test
    void aCharacterThatNoDatabaseTakesBecomesOneThatShowsIt() {
        assertThat(PageMessage.storable("{\"value\":\"a\\u0000b\"}")).isEqualTo("{\"value\":\"a\\ufffdb\"}");
        assertThat(PageMessage.storable("{\"value\":\"\\\\u0000\"}"))
                .as("somebody writes of it")
                .isEqualTo("{\"value\":\"\\\\u0000\"}");
    }
}
