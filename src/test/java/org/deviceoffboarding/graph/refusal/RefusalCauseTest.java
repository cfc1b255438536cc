package org.deviceoffboarding.graph.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalCauseTest {

    @ParameterizedTest
    @CsvSource({
        "401, InvalidAuthenticationToken, Lifetime validation failed, SIGN_IN",
        "401, '', '', SIGN_IN",
        "401, Forbidden, An error has occurred, ROLE",
        "403, Forbidden, User is not authorized to perform this operation, ROLE",
        "401, Forbidden, Application must have one of the following scopes: a, PERMISSION",
        "403, Forbidden, Application is not authorized to perform this operation, PERMISSION",
        "403, authorization_error, 'Failed to authorize, token doesn''t have the required permissions.', PERMISSION",
        "403, Authorization_RequestDenied, Insufficient privileges to complete the operation., PERMISSION",
        "403, Authentication_RequestFromNonPremiumTenantOrB2CTenant, Neither tenant is B2C, LICENCE",
        "401, Forbidden, The user does not have a license, LICENCE",
        "400, BadRequest, Request not applicable to target tenant., TENANT",
        "403, Forbidden, Request not applicable to target tenant., TENANT",
        "400, Request_BadRequest, Invalid license filter, REQUEST",
        "404, ResourceNotFound, gone, REQUEST",
        "500, Forbidden, '', REQUEST",
        "204, '', '', REQUEST"
    })
    void whoMayNotIsToldApartFromWhatIsWrong(int status, String code, String message, RefusalCause cause) {
        assertThat(RefusalCause.of(status, new ErrorText(code, message))).isEqualTo(cause);
    }
}
