package org.deviceoffboarding.graph.refusal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the next access token has to have from the header {@code WWW-Authenticate} of a 401. */
public final class ClaimsChallenge {

    /** Longer than any that Entra sends. */
    private static final int LONGEST = 8 * 1024;

    private static final Pattern CLAIMS =
            Pattern.compile("\\bclaims=\"([A-Za-z0-9+/_-]+)=*\"", Pattern.CASE_INSENSITIVE);

    private ClaimsChallenge() {}

    /** Returns the claims as the token endpoint takes them, in JSON; null where the header has none that can be read. */
    public static @Nullable String parse(@Nullable String header) {
        Matcher claims = CLAIMS.matcher(header == null || header.length() > LONGEST ? "" : header);
        if (!claims.find()) {
            return null;
        }
        try {
            String encoded = claims.group(1).replace('+', '-').replace('/', '_');
            String json = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(json).isObject() ? json : null;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }
}
