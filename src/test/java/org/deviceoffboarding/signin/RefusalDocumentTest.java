package org.deviceoffboarding.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.GeneratedPart;
import org.junit.jupiter.api.Test;

/** Holds the document of Microsoft's codes to the code. */
class RefusalDocumentTest {

    private static final RefusedIdentity ANYBODY =
            new RefusedIdentity("a sign-in", "the account", "A new sign-in.", "try again");

    @Test
    void theDocumentSaysWhatEachCodeMeans() {
        List<String> lines = new ArrayList<>(List.of(
                "| Microsoft's codes (AADSTS…) | shown as | what is the matter | cured | who does what |",
                "|---|---|---|---|---|"));
        for (SignInReason reason : SignInReason.values()) {
            lines.add("| " + codes(reason) + " | " + reason.label() + " | " + reason.cause(ANYBODY) + " | "
                    + cure(reason.cure()) + " | " + reason.remedy(ANYBODY) + " |");
        }
        new GeneratedPart("refusals.md", "Microsoft's codes").mustSay(lines);
    }

    private static String codes(SignInReason reason) {
        return MicrosoftCodes.numbers(reason).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String cure(SignInCure cure) {
        return switch (cure) {
            case NEW_SIGN_IN -> "by a new sign-in";
            case IN_TENANT -> "in the tenant";
            case IN_PORTAL -> "about the portal";
            case TIME -> "perhaps by itself";
        };
    }
}
