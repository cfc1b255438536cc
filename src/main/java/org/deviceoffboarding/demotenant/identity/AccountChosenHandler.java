package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Goes on with the request that a person was asked to sign in for. */
class AccountChosenHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    AccountChosenHandler(RequestCache requests) {
        setRequestCache(requests);
        setDefaultTargetUrl(HomePage.PATH);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        AccountChoice.made(request);
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
