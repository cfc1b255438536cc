package org.deviceoffboarding.demotenant.identity;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Believes people who they say they are: there is nothing in a demo that a password would protect. */
class ChosenPersonProvider implements AuthenticationProvider {

    private static final String CHOICE = "FACTOR_CHOICE";

    private final DemoPeople people;
    private final Clock clock;

    ChosenPersonProvider(DemoPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        return people.byUserPrincipalName(authentication.getName())
                .map(this::signedIn)
                .orElseThrow(() -> new BadCredentialsException("Nobody in the demo tenant has this name"));
    }

    private Authentication signedIn(DemoPerson person) {
        // ID tokens say when a person signed in, and take it from here.
        var choice = FactorGrantedAuthority.withAuthority(CHOICE)
                .issuedAt(clock.instant())
                .build();
        return UsernamePasswordAuthenticationToken.authenticated(person.objectId(), "", List.of(choice));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
