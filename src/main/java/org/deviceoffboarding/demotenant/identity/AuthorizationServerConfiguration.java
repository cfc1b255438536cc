package org.deviceoffboarding.demotenant.identity;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.deviceoffboarding.demotenant.identity.ledger.SecretLedger;
import org.deviceoffboarding.demotenant.identity.page.PageHeaders;
import org.deviceoffboarding.demotenant.identity.proof.ClientAssertions;
import org.deviceoffboarding.demotenant.identity.refusal.RefusedSignIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.RequestCache;

/** The OpenID provider, below a path that looks as Entra's does. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .multipleIssuersAllowed(true)
                .build();
    }

    @Bean
    OAuth2AuthorizationConsentService consents() {
        return new InMemoryOAuth2AuthorizationConsentService();
    }

    @Bean
    AssertionDecoder assertionDecoder(
            ClientAssertions assertions,
            IdentitySwitches switches,
            SecretLedger ledger,
            DemoClient client,
            Clock clock) {
        return new AssertionDecoder(assertions, switches, ledger, clock, client.clientId());
    }

    @Bean
    @Order(2)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            RequestCache requests,
            UserInfoClaims userInfo,
            IdentitySwitches switches,
            RefusedSignIns refused,
            Grants grants,
            AssertionDecoder clientAssertions,
            Clock clock) {
        var tokenErrors = new TokenErrors();
        return http.securityMatcher(IssuerPaths.ISSUER + "/**")
                .oauth2AuthorizationServer(server -> server.authorizationEndpoint(this::askPeople)
                        .tokenEndpoint(tokens -> restrictAppOnly(tokens.errorResponseHandler(tokenErrors)
                                .accessTokenResponseHandler(sayingWhatWasGranted(switches))))
                        .clientAuthentication(client -> client.errorResponseHandler(tokenErrors)
                                .authenticationProviders(each(
                                        JwtClientAssertionAuthenticationProvider.class,
                                        provider -> provider.setJwtDecoderFactory(app -> clientAssertions::decode))))
                        .oidc(oidc -> describePeople(oidc, userInfo)))
                .authorizeHttpRequests(
                        requestsAllowed -> requestsAllowed.anyRequest().authenticated())
                .addFilterBefore(new AwayFilter(switches), SecurityContextHolderFilter.class)
                .addFilterAfter(new AccountChoiceFilter(requests), SecurityContextHolderFilter.class)
                .addFilterAfter(new RefusedSignInFilter(refused, switches, clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new RefusedTokenFilter(refused, grants, clock), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(requests))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SignInPage.PATH)))
                .headers(PageHeaders::apply)
                .build();
    }

    /** What a token answers for is said beside it, as Entra does: less than was consented to once some of it is withdrawn. */
    private static OAuth2AccessTokenResponseAuthenticationSuccessHandler sayingWhatWasGranted(
            IdentitySwitches switches) {
        var handler = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(context -> {
            OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
            context.getAccessTokenResponse()
                    .scopes(switches.remaining(granted.getAccessToken().getScopes()));
        });
        return handler;
    }

    private void askPeople(OAuth2AuthorizationEndpointConfigurer endpoint) {
        endpoint.consentPage(ConsentPage.PATH)
                .authenticationProviders(each(OAuth2AuthorizationCodeRequestAuthenticationProvider.class, provider -> {
                    provider.setAuthenticationValidator(RequestRules::checkAuthorization);
                    provider.setAuthorizationConsentRequired(new ConsentRule());
                }));
    }

    private void restrictAppOnly(OAuth2TokenEndpointConfigurer endpoint) {
        endpoint.authenticationProviders(each(
                OAuth2ClientCredentialsAuthenticationProvider.class,
                provider -> provider.setAuthenticationValidator(RequestRules::checkAppOnly)));
    }

    private void describePeople(OidcConfigurer oidc, UserInfoClaims userInfo) {
        oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(userInfo))
                .providerConfigurationEndpoint(endpoint -> endpoint.providerConfigurationCustomizer(configuration ->
                        configuration.scope("profile").scope("email").scope("offline_access")))
                .logoutEndpoint(endpoint -> endpoint.authenticationProviders(each(
                        OidcLogoutAuthenticationProvider.class,
                        provider -> provider.setAuthenticationValidator(RequestRules::checkLogout))));
    }

    private static <P, T extends P> Consumer<List<P>> each(Class<T> type, Consumer<T> change) {
        return providers ->
                providers.stream().filter(type::isInstance).map(type::cast).forEach(change);
    }
}
