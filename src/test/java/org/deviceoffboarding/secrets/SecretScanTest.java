package org.deviceoffboarding.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretScanTest {

    private static final String TOKEN = "mX9-7Q_tRkzL0pWcVb3sYhJ2nFdG8uEaKi5oTq1C";
    private static final String COOKIE = "5F1C0A9B";
    private static final String ODD = "p+ss/w=rd & möre, for everybody to see";

    private final KnownSecrets secrets = new KnownSecrets();

    SecretScanTest() {
        secrets.note("token", TOKEN);
        secrets.note("cookie", COOKIE);
        secrets.note("password", ODD);
    }

    @Test
    void aSecretIsFoundAsItIs() {
        assertThat(found("first\nnow " + TOKEN + " is used")).containsExactly("here, line 2: token in clear");
        assertThat(found(COOKIE)).containsExactly("here, line 1: cookie in clear");
        assertThat(found("=" + ODD)).containsExactly("here, line 1: password in clear");
    }

    @Test
    void anyTwentyThreeCharactersOfItAreFound() {
        for (int from = 0; from + 23 <= TOKEN.length(); from++) {
            assertThat(found("… " + TOKEN.substring(from, from + 23) + "…"))
                    .as("from %d", from)
                    .containsExactly("here, line 1: token in clear");
        }
    }

    @Test
    void itsFirstSixteenCharactersAreFoundAndFifteenAreNot() {
        assertThat(found(TOKEN.substring(0, 16) + "...")).isNotEmpty();
        assertThat(found(TOKEN.substring(0, 15) + "...")).isEmpty();
    }

    @Test
    void aSecretIsFoundEncodedForAnAddress() {
        assertThat(found("https://localhost/?password=" + URLEncoder.encode(ODD, UTF_8)))
                .containsExactly("here, line 1: password encoded for an address");
    }

    @Test
    void aSecretIsFoundInBase64WhereverItStandsInWhatWasEncoded() {
        for (String before : new String[] {"", "a", "ab", "abc", "portal:"}) {
            String text = before + ODD + " and more";
            assertThat(found("Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8))))
                    .as(before)
                    .containsExactly("here, line 1: password in Base64");
            assertThat(found(Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))))
                    .as(before)
                    .containsExactly("here, line 1: password in Base64");
        }
    }

    @Test
    void aSecretIsFoundInHexadecimal() {
        assertThat(found("\\x00" + HexFormat.of().formatHex(TOKEN.getBytes(UTF_8))))
                .containsExactly("here, line 1: token in hexadecimal");
    }

    @Test
    void whatIsAlikeIsNotFound() {
        assertThat(found(TOKEN.toLowerCase(Locale.ROOT) + " " + COOKIE.substring(1) + "\0\0\0\0\0\0\0\0\0"))
                .isEmpty();
    }

    @Test
    void whatIsShorterThanEightCharactersIsNotSearchedFor() {
        secrets.note("code", "1234567");

        assertThat(found("1234567")).isEmpty();
    }

    @Test
    void noTextShowsTheSecret() {
        assertThat(secrets.all().toString()).doesNotContain(TOKEN, COOKIE, ODD);
        assertThat(found(TOKEN + ODD).toString()).doesNotContain(TOKEN.substring(0, 8), ODD.substring(0, 8));
    }

    private Set<String> found(String text) {
        return new SecretSearch(secrets).text("here", text).findings();
    }
}
