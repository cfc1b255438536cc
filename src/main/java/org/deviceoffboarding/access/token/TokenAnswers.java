package org.deviceoffboarding.access.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.deviceoffboarding.signin.SignInRefusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.ResponseErrorHandler;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the tenant's token endpoint answers: tokens, or why there are none, whatever the answer's status is. Where it does not
 * say why and its clock is far from the portal's, that is taken for the reason.
 */
public final class TokenAnswers implements ResponseErrorHandler {

    /** What an assertion or an ID token lives at least. */
    private static final Duration FAR = Duration.ofMinutes(5);

    private static final int LONGEST = 64 * 1024;

    private final Clock clock;

    private TokenAnswers(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns a client for the token endpoint, which throws {@link OAuth2AuthorizationException} with a {@link TenantRefusedError}
     * where that refuses.
     */
    public static RestClient client(Duration connectTimeout, Duration readTimeout, Clock clock) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(connectTimeout).build());
        requests.setReadTimeout(readTimeout);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new TokenAnswers(clock))
                .build();
    }

    @Override
    public boolean hasError(ClientHttpResponse answer) throws IOException {
        return answer.getStatusCode().isError();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse answer) throws IOException {
        JsonNode body = body(answer);
        String error = body.path("error").asString("");
        if (error.isBlank()) {
            throw new RestClientResponseException(
                    "The token endpoint answered " + answer.getStatusCode().value() + " and said nothing",
                    answer.getStatusCode(),
                    "",
                    null,
                    null,
                    null);
        }
        SignInRefusal refusal = SignInRefusals.ofTokenEndpoint(body);
        throw new OAuth2AuthorizationException(new TenantRefusedError(
                error,
                orClock(refusal, answer.getHeaders()),
                body.path("claims").asString("")));
    }

    private SignInRefusal orClock(SignInRefusal refusal, HttpHeaders headers) {
        boolean unexplained = refusal.reason() == SignInReason.OTHER
                || refusal.reason() == SignInReason.APP_REFUSED
                || refusal.reason() == SignInReason.NO_LONGER_ACCEPTED;
        long told = unexplained ? date(headers) : -1;
        Instant now = clock.instant();
        Instant there = Instant.ofEpochMilli(told);
        return told < 0 || Duration.between(now, there).abs().compareTo(FAR) <= 0
                ? refusal
                : new SignInRefusal(
                        SignInReason.CLOCK,
                        refusal.code(),
                        refusal.said() + " (The portal's clock shows " + now.truncatedTo(ChronoUnit.SECONDS)
                                + ", Microsoft's " + there + ".)");
    }

    private static long date(HttpHeaders headers) {
        try {
            return headers.getDate();
        } catch (IllegalArgumentException unreadable) {
            return -1;
        }
    }

    private static JsonNode body(ClientHttpResponse answer) throws IOException {
        String text = new String(answer.getBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }
}
