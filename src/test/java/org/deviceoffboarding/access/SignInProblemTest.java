package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class SignInProblemTest {

    @ParameterizedTest
    @CsvSource({
        "invalid_client, REFUSED",
        "unauthorized_client, REFUSED",
        "interaction_required, REFUSED",
        "access_denied, CANCELLED",
        "authorization_request_not_found, EXPIRED",
        "invalid_nonce, EXPIRED",
        "invalid_token_response, UNREACHABLE",
        "something_new, OTHER"
    })
    void eachErrorOfTheProviderHasItsAdvice(String code, SignInProblem problem) {
        assertThat(FailedSignIn.of(new OAuth2AuthenticationException(code)).problem())
                .isEqualTo(problem);
    }

    @Test
    void whatIsNoErrorOfTheProviderIsAnother() {
        assertThat(FailedSignIn.of(new BadCredentialsException("x")).problem()).isEqualTo(SignInProblem.OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void aProblemIsFoundAgainByItsKey(SignInProblem problem) {
        assertThat(SignInProblem.ofKey(problem.key())).isEqualTo(problem);
    }
}
