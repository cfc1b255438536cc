package org.deviceoffboarding.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SignInRefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "700082, invalid_grant, EXPIRED",
        "50173, invalid_grant, REVOKED",
        "53003, invalid_grant, CONDITIONAL_ACCESS",
        "50076, invalid_grant, SECOND_FACTOR",
        "50079, interaction_required, SECOND_FACTOR",
        "65001, invalid_grant, CONSENT_MISSING",
        "65004, access_denied, CONSENT_DECLINED",
        "90094, access_denied, ADMIN_CONSENT",
        "7000222, invalid_client, SECRET_EXPIRED",
        "7000215, invalid_client, SECRET_WRONG",
        "700027, invalid_client, CERTIFICATE",
        "700024, invalid_client, CLOCK",
        "50057, invalid_grant, ACCOUNT_DISABLED",
        "50105, invalid_grant, NOT_ASSIGNED",
        "700016, unauthorized_client, APP_UNKNOWN",
        "90002, invalid_request, TENANT_UNKNOWN",
    })
    void eachOfMicrosoftsNumbersIsToldFromTheOthersInBothForms(int number, String error, SignInReason reason) {
        String description = "AADSTS" + number + ": A sentence. Trace ID: 1 Correlation ID: 2";

        SignInRefusal ofToken = token(
                "{'error':'%s','error_codes':[%d],'error_description':'%s'}".formatted(error, number, description));
        SignInRefusal ofBrowser = SignInRefusals.ofAuthorization(error, description);

        assertThat(ofToken).isEqualTo(new SignInRefusal(reason, "AADSTS" + number, description));
        assertThat(ofBrowser).isEqualTo(ofToken);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, '50173, 7000215', AADSTS7000215, SECRET_WRONG",
        "invalid_grant, '50173, 7000222', AADSTS7000222, SECRET_EXPIRED",
        "invalid_client, 50173, AADSTS50173, APP_REFUSED",
        "invalid_grant, 50173, AADSTS50173, REVOKED",
    })
    void whereThePortalItselfIsNotAcceptedNothingIsSaidOfTheToken(
            String error, String numbers, String code, SignInReason reason) {
        SignInRefusal refusal = SignInRefusals.ofTokenEndpoint(
                JsonMapper.shared().readTree("{\"error\":\"" + error + "\",\"error_codes\":[" + numbers + "]}"));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignInReason.class,
            names = {"CERTIFICATE_OUT_OF_TIME", "PROOF_UNUSABLE"})
    void whatThePortalSeesItselfComesThroughTheBrowserAsItIs(SignInReason reason) {
        SignInRefusal seen = new SignInRefusal(reason, "PORTAL_TENANT_CERTIFICATE_FILE", "It is so.");

        SignInRefusal ofBrowser = SignInRefusals.ofAuthorization(SignInRefusals.errorOf(seen), seen.answer());

        assertThat(ofBrowser).isEqualTo(seen);
        assertThat(ofBrowser.sentences(RefusedIdentity.SETTING_UP))
                .startsWith(
                        "The portal can't ask the tenant for the sign-in for the agent (PORTAL_TENANT_CERTIFICATE_FILE): ")
                .contains("It is so. Whoever runs the portal")
                .doesNotContain("Microsoft says");
    }

    @Test
    void ofTheApplicationAPermissionLacksAndNobodysRole() {
        assertThat(new SignInRefusal(SignInReason.ROLE_MISSING, "403 Forbidden", "")
                        .sentences(RefusedIdentity.AGENT_AS_APPLICATION))
                .isEqualTo(
                        "Microsoft Graph refused the portal's application (403 Forbidden): the portal's application lacks a permission for"
                                + " what was asked. An administrator adds it to the app registration in the Entra admin center (API"
                                + " permissions > Microsoft Graph > Application permissions) and grants admin consent; then run again.");
    }

    @Test
    void aNumberThatNobodyKnowsMeansWhatOAuthsErrorDoesAndIsShown() {
        SignInRefusal refusal = token(
                "{'error':'invalid_grant','error_codes':[999999],'error_description':'AADSTS999999: Brand new.'}");

        assertThat(refusal.reason()).isEqualTo(SignInReason.NO_LONGER_ACCEPTED);
        assertThat(refusal.sentences(RefusedIdentity.AGENT))
                .isEqualTo(
                        "The tenant refused the agent's sign-in (AADSTS999999): it is no longer accepted. Microsoft says:"
                                + " “AADSTS999999: Brand new.” Whoever lent the agent its identity has to renew it under Settings.");
        assertThat(refusal.sentences(RefusedIdentity.agentOf("ben@contoso.example")))
                .endsWith(
                        "ben@contoso.example has to renew the agent under Settings, or an owner gives it another identity there.");
    }

    @Test
    void aKnownNumberAmongOthersCounts() {
        assertThat(token("{'error':'invalid_grant','error_codes':[999999, 50057]}"))
                .isEqualTo(new SignInRefusal(SignInReason.ACCOUNT_DISABLED, "AADSTS50057", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, '', NO_LONGER_ACCEPTED",
        "invalid_grant, basic_action, INTERACTION",
        "invalid_grant, message_only, CONDITIONAL_ACCESS",
        "invalid_grant, consent_required, CONSENT_MISSING",
        "interaction_required, '', INTERACTION",
        "invalid_client, '', APP_REFUSED",
        "access_denied, '', CONSENT_DECLINED",
        "temporarily_unavailable, '', OTHER",
    })
    void withoutANumberTheErrorAndTheSubErrorTell(String error, String subError, SignInReason reason) {
        SignInRefusal refusal = token("{'error':'%s','suberror':'%s'}".formatted(error, subError));

        assertThat(refusal).isEqualTo(new SignInRefusal(reason, error, ""));
    }

    @Test
    void claimsThatOnlyANewSignInGivesAreToldFromARevocation() {
        assertThat(token("{'error':'invalid_grant','claims':'{}'}").reason()).isEqualTo(SignInReason.INTERACTION);
    }

    @Test
    void theIdsThatMicrosoftsSupportAsksForAreKeptOnce() {
        String trace = "5c3bd525-61b3-44d4-a70a-fb93e9ddc500";

        assertThat(token("{'error':'invalid_grant','error_description':'AADSTS50057: Disabled.','trace_id':'%s'}"
                                .formatted(trace))
                        .answer())
                .isEqualTo("AADSTS50057: Disabled. Trace ID: " + trace);
        assertThat(token(
                                "{'error':'invalid_grant','error_description':'AADSTS50057: Disabled. Trace ID: %s\\r\\nTimestamp: 2026-11-29 18:00:00Z','trace_id':'%s'}"
                                        .formatted(trace, trace))
                        .said())
                .isEqualTo("AADSTS50057: Disabled. Trace ID: " + trace + " Timestamp: 2026-11-29 18:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AADSTS", "AADSTS5017x", "<b>AADSTS50173</b>", "AADSTS50173 and more", "AADSTS12345678901"})
    void anAddressSaysNothingButMicrosoftsCode(String code) {
        assertThat(SignInRefusals.ofCode(code)).isEmpty();
    }

    @Test
    void aCodeByItselfSaysWhatItMeans() {
        assertThat(SignInRefusals.ofCode("AADSTS50173"))
                .contains(new SignInRefusal(SignInReason.REVOKED, "AADSTS50173", ""));
        assertThat(SignInRefusals.ofCode("AADSTS999999"))
                .contains(new SignInRefusal(SignInReason.OTHER, "AADSTS999999", ""));
        assertThat(SignInRefusals.ofCode("interaction_required"))
                .contains(new SignInRefusal(SignInReason.INTERACTION, "interaction_required", ""));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonSaysTheCodeTheCauseAndWhoHasToDoWhat(SignInReason reason) {
        for (RefusedIdentity whose : Stream.of(
                        RefusedIdentity.AGENT,
                        RefusedIdentity.AGENT_AS_APPLICATION,
                        RefusedIdentity.SETTING_UP,
                        RefusedIdentity.SETTING_UP_AS_APPLICATION,
                        RefusedIdentity.PERSON,
                        RefusedIdentity.OWN_ACTIONS,
                        RefusedIdentity.approver("ben@contoso.example"))
                .toList()) {
            String text = new SignInRefusal(reason, "AADSTS1234", "AADSTS1234: Said.").sentences(whose);

            assertThat(text)
                    .startsWith(
                            reason.isOfGraph()
                                    ? "Microsoft Graph refused " + whose.account() + " (AADSTS1234): "
                                    : (reason.isOfPortal()
                                                    ? "The portal can't ask the tenant for "
                                                    : "The tenant refused ")
                                            + whose.signIn() + " (AADSTS1234): ")
                    .endsWith(".")
                    .doesNotContain("%", "  ", "..")
                    .containsPattern(
                            reason.cure() == SignInCure.NEW_SIGN_IN
                                    ? Pattern.quote(whose.newSignIn())
                                    : Pattern.quote(whose.nextStep()));
            assertThat(SignInReason.named(reason.name())).isEqualTo(reason);
        }
    }

    @Test
    void aReasonOfAnotherVersionIsAnother() {
        assertThat(SignInReason.named("SOMETHING_LATER")).isEqualTo(SignInReason.OTHER);
    }

    @Property(tries = 300)
    void nothingThatCouldBeATokenOrASecretIsRepeated(@ForAll("secrets") String secret) {
        SignInRefusal refusal = SignInRefusals.ofAuthorization(
                "invalid_grant", "AADSTS50173: The grant '" + secret + "' of token=" + secret + " is over.");

        assertThat(refusal.answer() + refusal.sentences(RefusedIdentity.PERSON)).doesNotContain(secret);
        assertThat(SignInRefusals.ofAuthorization(secret, null).toString()).doesNotContain(secret);
        assertThat(refusal.said()).startsWith("AADSTS50173: The grant ").endsWith(" is over.");
    }

    @Property(tries = 200)
    void whateverIsSaidComesOutShortAndOnOneLine(@ForAll String error, @ForAll String description) {
        SignInRefusal refusal = SignInRefusals.ofAuthorization(error, description.repeat(50));

        assertThat(refusal.code()).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(refusal.said()).doesNotContainPattern("[\\p{Cntrl}]").hasSizeLessThanOrEqualTo(1_402);
    }

    @Provide
    Arbitrary<String> secrets() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(6);
        Arbitrary<String> letters = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("-_~.")
                .ofMinLength(15)
                .ofMaxLength(400);
        return digits.flatMap(number -> letters.map(rest -> "x" + number + rest));
    }

    private static SignInRefusal token(String json) {
        return SignInRefusals.ofTokenEndpoint(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }
}
