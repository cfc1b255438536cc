package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers as Entra's token endpoint does: with a sentence, and with the number that administrators search for. */
class TokenErrors implements AuthenticationFailureHandler {

    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d+)");

    private static final Map<String, String> SENTENCES = Map.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            "AADSTS7000215: Invalid client secret provided.",
            OAuth2ErrorCodes.INVALID_GRANT,
            "AADSTS70008: The provided authorization code or refresh token has expired or was revoked."
                    + " Send a new interactive authorization request for this user.",
            OAuth2ErrorCodes.INVALID_SCOPE,
            "AADSTS70011: The provided value for the input parameter 'scope' is not valid.",
            OAuth2ErrorCodes.INVALID_REQUEST,
            "AADSTS900144: The request body lacks a parameter, or has one twice.");

    private static final String SECRET_EXPIRED =
            "AADSTS7000222: The provided client secret keys for app '" + DemoClient.DISPLAY_NAME
                    + "' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or"
                    + " consider using certificate credentials for added security: https://aka.ms/certCreds.";

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        OAuth2Error error = exception instanceof OAuth2AuthenticationException oauth2
                ? oauth2.getError()
                : new OAuth2Error(OAuth2ErrorCodes.SERVER_ERROR);
        write(response, OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode()) ? 401 : 400, body(error));
    }

    static void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(JSON.writeValueAsString(body));
    }

    private static Map<String, Object> body(OAuth2Error error) {
        String sentence = sentence(error);
        Map<String, Object> body = new TreeMap<>();
        body.put("error", error.getErrorCode());
        body.put("error_description", sentence);
        body.put("error_codes", numbers(sentence));
        body.put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        body.put("trace_id", UUID.randomUUID().toString());
        body.put("correlation_id", UUID.randomUUID().toString());
        return body;
    }

    private static String sentence(OAuth2Error error) {
        String own = error.getDescription();
        if (own != null && own.startsWith("AADSTS")) {
            return own;
        }
        if (own != null && own.contains("client_secret_expires_at")) {
            return SECRET_EXPIRED;
        }
        return SENTENCES.getOrDefault(
                error.getErrorCode(),
                "AADSTS90000: The request was refused: " + (own == null ? "no reason given" : own));
    }

    private static List<Integer> numbers(String sentence) {
        Matcher matcher = NUMBER.matcher(sentence);
        return matcher.find() ? List.of(Integer.valueOf(matcher.group(1))) : List.of();
    }
}
