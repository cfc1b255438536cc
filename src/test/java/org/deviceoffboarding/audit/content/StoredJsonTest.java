package org.deviceoffboarding.audit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Details that no entry can hold are refused, so that they never pass for some that an entry had. */
class StoredJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "null",
                "{",
                "{} ,",
                "{}{}",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{a:1}",
                "{\"a\":1.5}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":--1}",
                "{\"a\":01}",
                "{\"a\":9007199254740992}",
                "{\"a\":-9007199254740992}",
                "{\"a\":12345678901234567890123}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"b\":2,\"a\":3}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":tru}",
                "{\"a\":nullx}",
                "{\"a\":\"b}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\uzzzz\"}",
                "{\"a\":\"\\\"}",
            })
    void whatNoEntryHoldsIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(json));
    }

    @Test
    void theLargestNumbersAreWritten() {
        assertThat(write("{\"b\": 9007199254740991, \"a\": -9007199254740991, \"c\": -0}"))
                .isEqualTo("{\"a\":-9007199254740991,\"b\":9007199254740991,\"c\":0}");
    }

    @Test
    void whatIsDeeperThanAnyEntryIsRefusedAndNotFollowed() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatIllegalArgumentException().isThrownBy(() -> write(deep));
        assertThat(write("{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}")).hasSize(806);
    }

    private static String write(String json) {
        CanonicalWriter out = new CanonicalWriter();
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        new StoredJson(out).write(utf8, 0, utf8.length);
        return out.toString();
    }
}
