package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BlankValuesTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "0001-01-01T00:00:00Z",
                "0001-12-31T23:59:59+00:00",
                "yesterday",
                "+292278994-08-17T07:12:55Z"
            })
    void whatIsNoTimeIsBlank(@Nullable String time) {
        assertThat(BlankValues.orTime(time)).isNull();
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        assertThat(BlankValues.orTime("2016-12-31T23:59:51.6363086-08:00")).isEqualTo("2017-01-01T07:59:51.636308Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Windows, WINDOWS",
        "WindowsPhone, WINDOWS",
        "iOS, IOS",
        "IPhone, IOS",
        "iPadOS, IOS",
        "macOS, MACOS",
        "MacMDM, MACOS",
        "Android, ANDROID",
        "AndroidForWork, ANDROID",
        "AndroidEnterprise, ANDROID",
        "linux, LINUX",
        "ChromeOS, OTHER",
        "'', OTHER"
    })
    void platformsHaveManySpellings(String operatingSystem, Platform platform) {
        assertThat(Platform.of(operatingSystem)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Company, CORPORATE", "company, CORPORATE", "Personal, PERSONAL", "unknown, UNKNOWN", "'', UNKNOWN"})
    void ownershipHasTwoSpellings(String ownership, Ownership kind) {
        assertThat(Ownership.of(ownership)).isEqualTo(kind);
    }
}
