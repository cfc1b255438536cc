package org.deviceoffboarding.signin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Microsoft says where it lets an identity not in, in whatever form that comes. */
public final class SignInRefusals {

    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,9})(?!\\d)");

    private static final String OF_PORTAL = "portal_";

    private SignInRefusals() {}

    /**
     * Reads an answer of the token endpoint.
     *
     * @param body OAuth's error answer, with Entra's {@code error_codes}, {@code suberror} and {@code claims} as far as they are
     *     there
     */
    public static SignInRefusal ofTokenEndpoint(JsonNode body) {
        String error = body.path("error").asString("");
        List<Integer> numbers = new ArrayList<>();
        body.path("error_codes").forEach(each -> {
            if (each.canConvertToInt()) {
                numbers.add(each.asInt());
            }
        });
        String description = body.path("error_description").asString("");
        boolean challenged = !body.path("claims").asString("").isBlank();
        SignInReason beside = ofSubError(body.path("suberror").asString(""))
                .orElseGet(() -> challenged ? SignInReason.INTERACTION : ofError(error));
        return of(error, numbers, description + ids(body, description), beside);
    }

    /**
     * Reads an answer of the authorization endpoint, or what became of one of the token endpoint on its way through the browser.
     *
     * @param error of OAuth
     * @param description Entra's sentence; null where there is none
     */
    public static SignInRefusal ofAuthorization(String error, @Nullable String description) {
        return ofPortal(error, description == null ? "" : description).orElseGet(() -> ofTenant(error, description));
    }

    /** Returns as which of OAuth's errors a refusal goes through the browser, where it has none of its own: the portal's asks nobody. */
    public static String errorOf(SignInRefusal refusal) {
        return refusal.reason().isOfPortal()
                ? OF_PORTAL + refusal.reason().name().toLowerCase(Locale.ROOT)
                : "invalid_client";
    }

    /** @param answer of the refusal, which begins with its code */
    private static Optional<SignInRefusal> ofPortal(String error, String answer) {
        return Arrays.stream(SignInReason.values())
                .filter(SignInReason::isOfPortal)
                .filter(reason -> error.equals(OF_PORTAL + reason.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(reason -> {
                    int end = answer.indexOf(": ");
                    return end < 0
                            ? new SignInRefusal(reason, error, answer)
                            : new SignInRefusal(reason, answer.substring(0, end), answer.substring(end + 2));
                });
    }

    private static SignInRefusal ofTenant(String error, @Nullable String description) {
        return of(error, List.of(), description == null ? "" : description, ofError(error));
    }

    /**
     * Returns what a code means by itself.
     *
     * @param code such as {@code AADSTS50173}, or one of OAuth's errors that are about an identity; anything else means nothing
     */
    public static Optional<SignInRefusal> ofCode(String code) {
        boolean numbered = NUMBER.matcher(code).matches();
        SignInReason reason =
                numbered ? of("", List.of(), code, SignInReason.OTHER).reason() : ofError(code);
        return numbered || reason != SignInReason.OTHER
                ? Optional.of(new SignInRefusal(reason, code, ""))
                : Optional.empty();
    }

    private static SignInRefusal of(String error, List<Integer> numbers, String description, SignInReason beside) {
        List<Integer> all =
                Stream.concat(numbers.stream(), numbers(description)).toList();
        Integer known = first(all, number -> isAboutPortal(MicrosoftCodes.reason(number)))
                .or(() -> first(all, number -> MicrosoftCodes.reason(number).isPresent()))
                .orElse(all.isEmpty() ? null : all.getFirst());
        SignInReason reason = known == null
                ? beside
                : MicrosoftCodes.reason(known)
                        .filter(each -> !error.equals("invalid_client") || each.cure() == SignInCure.IN_PORTAL)
                        .orElse(beside);
        return new SignInRefusal(reason, known == null ? named(error) : "AADSTS" + known, description);
    }

    /** Where the portal itself is not accepted, nothing is known of the identity that it asked for. */
    private static boolean isAboutPortal(Optional<SignInReason> reason) {
        return reason.filter(each -> each.cure() == SignInCure.IN_PORTAL).isPresent();
    }

    private static Optional<Integer> first(List<Integer> numbers, Predicate<Integer> wanted) {
        return numbers.stream().filter(wanted).findFirst();
    }

    private static String named(String error) {
        return error.isBlank() ? "no code" : error;
    }

    private static Stream<Integer> numbers(String text) {
        return NUMBER.matcher(text).results().map((MatchResult found) -> Integer.valueOf(found.group(1)));
    }

    /** Entra repeats its IDs in its sentence; where it does not they are added. */
    private static String ids(JsonNode body, String description) {
        var more = new StringBuilder();
        for (String name : List.of("trace_id", "correlation_id")) {
            String id = body.path(name).asString("");
            if (!id.isBlank() && !description.contains(id)) {
                more.append(name.equals("trace_id") ? " Trace ID: " : " Correlation ID: ")
                        .append(id);
            }
        }
        return more.toString();
    }

    /** Source: Microsoft Authentication Library (MSAL), {@code InvalidGrantSubErrorCodes}: what beside an error tells it apart. */
    private static Optional<SignInReason> ofSubError(String subError) {
        return switch (subError) {
            case "consent_required" -> Optional.of(SignInReason.CONSENT_MISSING);
            case "basic_action", "additional_action" -> Optional.of(SignInReason.INTERACTION);
            case "message_only" -> Optional.of(SignInReason.CONDITIONAL_ACCESS);
            case "token_expired", "bad_token" -> Optional.of(SignInReason.NO_LONGER_ACCEPTED);
            default -> Optional.empty();
        };
    }

    /** Source: RFC 6749, sections 4.1.2.1 and 5.2; OpenID Connect Core 1.0, section 3.1.2.6. */
    private static SignInReason ofError(String error) {
        return switch (error) {
            case "invalid_grant" -> SignInReason.NO_LONGER_ACCEPTED;
            case "interaction_required", "login_required", "account_selection_required" -> SignInReason.INTERACTION;
            case "consent_required" -> SignInReason.CONSENT_MISSING;
            case "access_denied" -> SignInReason.CONSENT_DECLINED;
            case "invalid_client", "unauthorized_client" -> SignInReason.APP_REFUSED;
            default -> SignInReason.OTHER;
        };
    }
}
