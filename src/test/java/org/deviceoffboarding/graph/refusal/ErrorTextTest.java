package org.deviceoffboarding.graph.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ErrorTextTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void anErrorOfGraphIsReadAsItIs() {
        assertThat(
                        in(
                                "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"No.\",\"innerError\":{\"code\":\"x\"}}}"))
                .isEqualTo(new ErrorText("Request_BadRequest", "No."));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void anErrorOfIntuneIsUnwrappedHoweverDeepItIs(int levels) {
        String message = "An error has occurred";
        for (int level = 0; level < levels; level++) {
            message = JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            level % 2 == 0
                                    ? Map.of("Message", message, "_version", 3, "HttpHeaders", "{\"a\":\"b\"}")
                                    : Map.of("ErrorCode", "Forbidden", "message", message));
        }

        ErrorText error =
                in(JSON.writeValueAsString(Map.of("Error", Map.of("CODE", "UnknownError", "Message", message))));

        assertThat(error).isEqualTo(new ErrorText(levels < 2 ? "UnknownError" : "Forbidden", "An error has occurred"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"{\\\"Message\\\":\\\"cut off he\"}}",
                "{\"error\":{\"message\":\"{ \\\"_version\\\": 3 }\"}}",
                "{\"error\":{\"message\":\"[{\\\"a\\\":1}]\"}}",
                "{\"error\":{\"message\":null}}",
                "{\"error\":null}",
                "[1]",
                "null",
                "{}"
            })
    void whatHasNoMessageSaysNothingRatherThanJson(String body) {
        assertThat(in(body).message()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Failed: {\\\"Message\\\":\\\"no role\\\"} | Failed: no role",
                "Failed: {\\\"Message\\\":\\\"no ro | Failed:",
                "\\\"{\\\\\\\"Message\\\\\\\":\\\\\\\"no role\\\\\\\"}\\\" | no role",
                "Use {braces} and [these]. | Use {braces} and [these].",
                "a\\u0000b\\r\\n\\tc\\u202Ed | a b c d"
            })
    void onlyWordsAreLeft(String message, String expected) {
        assertThat(in("{\"error\":{\"message\":\"" + message + "\"}}").message())
                .isEqualTo(expected);
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        ErrorText error = in(JSON.writeValueAsString(
                Map.of("error", Map.of("code", "c".repeat(5_000), "message", "\uD83D\uDE00".repeat(5_000)))));

        assertThat(error.code()).hasSize(101).endsWith("…");
        assertThat(error.message()).hasSize(601).endsWith("\uD83D\uDE00…");
    }

    private static ErrorText in(String body) {
        return ErrorText.in(JSON.readTree(body));
    }
}
