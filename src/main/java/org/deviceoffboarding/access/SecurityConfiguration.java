package org.deviceoffboarding.access;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.deviceoffboarding.access.answer.RefusedRequests;
import org.deviceoffboarding.access.answer.SecurityHeaders;
import org.deviceoffboarding.access.session.BackChannelLogout;
import org.deviceoffboarding.access.session.BegunSession;
import org.deviceoffboarding.access.session.FrontChannelLogout;
import org.deviceoffboarding.access.session.PresentRoles;
import org.deviceoffboarding.access.session.RolesClaim;
import org.deviceoffboarding.access.session.SessionFilter;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.proof.AppProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in: everything is denied but what is listed here or annotated at a view or service. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

    private static final String[] OPEN = {
        "/actuator/health/**",
        "/styles/**",
        "/images/**",
        "/error",
        PlainPaths.SIGNED_OUT,
        PlainPaths.PROBLEM,
        PlainPaths.PAGE_ENDED,
        PlainPaths.SESSION_ENDED
    };

    /** One for the whole process, since Spring Security keeps it in one place for all application contexts. */
    private static final VaadinAwareSecurityContextHolderStrategy PERSON_OF_THREAD =
            new VaadinAwareSecurityContextHolderStrategy();

    @Bean
    VaadinAwareSecurityContextHolderStrategy securityContextHolderStrategy() {
        return PERSON_OF_THREAD;
    }

    @Bean
    SecurityFilterChain portalSecurity(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizationRequestResolver authorizationRequests,
            BegunSession begun,
            OAuth2AuthorizedClientRepository authorizedClients,
            List<DelegatedConsent> consents,
            CurrentActor currentActor,
            PresentRoles roles,
            AccessAudit audit,
            SessionFilter sessions,
            BackChannelLogout backChannel) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(redirectPaths(consents))
                        .authenticated())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.oauth2LoginPage(
                                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
                                        + TenantRegistrations.SIGN_IN,
                                "{baseUrl}" + PlainPaths.SIGNED_OUT))
                .oauth2Login(login -> login.authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(authorizationRequests))
                        .userInfoEndpoint(endpoint -> endpoint.userAuthoritiesMapper(new RolesClaim()))
                        .failureHandler(
                                (request, response, failure) -> signInFailed(audit, request, response, failure)))
                .oauth2Client(client -> client.authorizationCodeGrant(
                        grant -> grant.authorizationRequestResolver(authorizationRequests)))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannel)))
                .addFilterBefore(
                        new ConsentGate(consents, roles, currentActor, new ConsentAnswers(authorizedClients), audit),
                        OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(sessions, AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new ReachableTenantFilter(registrations), OAuth2AuthorizationRequestRedirectFilter.class)
                .sessionManagement(
                        management -> management.sessionAuthenticationStrategy(new OwnSession(begun, currentActor)))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new RefusedRequests()))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** The tenant's sign-out page opens it in a frame. It knows no session and no cookie, and shows nothing. */
    @Bean
    @Order(1)
    SecurityFilterChain frontChannelSignOut(HttpSecurity http) {
        return http.securityMatcher(FrontChannelLogout.PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; form-action 'none'")))
                .build();
    }

    private static String[] redirectPaths(List<DelegatedConsent> consents) {
        return consents.stream().map(DelegatedConsent::redirectPath).toArray(String[]::new);
    }

    private static void signInFailed(
            AccessAudit audit,
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        log.atWarn().setCause(failure).log("A sign-in failed");
        FailedSignIn failed = FailedSignIn.of(failure);
        audit.signInFailed(failed);
        PlainPages.tell(failed, request, response);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.withObjectPostProcessor(new EagerHeaders());
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentSecurityPolicy.WITHOUT_SCRIPTS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(SecurityHeaders.PERMISSIONS));
    }

    /** Reads the provider's metadata when they are first needed, so that the portal starts while the tenant is away. */
    @Bean
    ClientRegistrationRepository clientRegistrations(
            TenantProperties tenant, AppProof proof, List<DelegatedConsent> consents) {
        return new SupplierClientRegistrationRepository(new TenantRegistrations(tenant, proof, consents)::read);
    }

    @Bean
    OAuth2AuthorizationRequestResolver authorizationRequests(
            ClientRegistrationRepository registrations,
            List<DelegatedConsent> consents,
            CurrentActor currentActor,
            SignInClaims claims) {
        return new ConsentRequests(registrations, consents, currentActor, claims).resolver();
    }

    @Bean
    AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }
}
