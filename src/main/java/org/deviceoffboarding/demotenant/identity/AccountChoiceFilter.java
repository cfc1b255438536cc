package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the sign-in page to someone who is signed in already, where the application asks for that. */
class AccountChoiceFilter extends OncePerRequestFilter {

    private final RequestCache requests;

    AccountChoiceFilter(RequestCache requests) {
        this.requests = requests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) || !IssuerPaths.AUTHORIZE.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<String> prompt = Prompt.of(request.getParameter("prompt"));
        boolean choose = prompt.contains("select_account") || prompt.contains("login");
        if (!AccountChoice.takeBack(request) && choose) {
            requests.saveRequest(request, response);
            response.sendRedirect(SignInPage.PATH);
            return;
        }
        chain.doFilter(request, response);
    }
}
