package org.deviceoffboarding.delegation;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts a {@link ConsentController} at the path that the tenant sends people back to from each consent. */
@Configuration(proxyBeanMethods = false)
class ConsentPaths {

    /** Before the pages, which take every path. */
    private static final int BEFORE_PAGES = 0;

    @Bean
    HandlerMapping consentControllers(List<ConsentHandler> handlers, OAuth2AuthorizedClientRepository consents) {
        return new SimpleUrlHandlerMapping(
                handlers.stream()
                        .collect(Collectors.toMap(
                                handler -> handler.consent().redirectPath(),
                                handler -> new ConsentController(handler, consents))),
                BEFORE_PAGES);
    }
}
