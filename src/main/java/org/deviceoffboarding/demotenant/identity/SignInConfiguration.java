package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.deviceoffboarding.demotenant.identity.page.PageHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Lets people say who they are, with one click and without a password. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    /** Answers to this machine's own names only, so that no page of another host can reach in by a name of its own. */
    @Bean
    HttpFirewall localHostsOnly() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(LocalAddress::isHost);
        return firewall;
    }

    @Bean
    RequestCache requests() {
        return new HttpSessionRequestCache();
    }

    @Bean
    @Order(3)
    SecurityFilterChain signIn(
            HttpSecurity http, RequestCache requests, DemoPeople people, Grants grants, Clock clock) {
        var signOut = new FrontChannelSignOut(grants);
        return http.authorizeHttpRequests(
                        allowed -> allowed.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        SignInPage.PATH,
                                        Page.STYLESHEET,
                                        IdentitySwitchesEndpoint.PATH,
                                        ApplicationPage.PATH,
                                        SwitchesPage.PATH,
                                        SwitchesPage.PATH + "/*")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .authenticationProvider(new ChosenPersonProvider(people, clock))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .usernameParameter("person")
                        .successHandler(new AccountChosenHandler(requests)))
                .logout(logout -> logout.logoutUrl(HomePage.SIGN_OUT)
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut))
                .requestCache(cache -> cache.requestCache(requests))
                .csrf(csrf -> csrf.ignoringRequestMatchers(IdentitySwitchesEndpoint.PATH))
                .headers(PageHeaders::apply)
                .build();
    }
}
