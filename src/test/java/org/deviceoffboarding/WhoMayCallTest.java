package org.deviceoffboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Calls every method of every service as everybody, and compares who is let through with what was written down. */
@PortalTest
class WhoMayCallTest {

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyMethodLetsThroughWhomItIsMeantFor() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        calls().forEach((name, call) -> allowed.put(name, new TreeSet<>()));
        for (String role : WhoMay.ROLES) {
            SecurityContextHolder.getContext().setAuthentication(WhoMay.person(role));
            calls().forEach((name, call) -> {
                if (call.isAllowed()) {
                    allowed.computeIfAbsent(name, each -> new TreeSet<>()).add(role);
                }
            });
        }

        WhoMay.mustBe(WhoMay.call(), allowed);
    }

    @Test
    void nobodyIsLetThroughAndNobodyWithoutARole() {
        assertThat(allowed()).as("on a thread that serves nobody").isEmpty();

        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThat(allowed()).as("who is not signed in").isEmpty();

        SecurityContextHolder.getContext().setAuthentication(WhoMay.person());
        assertThat(allowed()).as("who has no role").isEmpty();

        SecurityContextHolder.getContext().setAuthentication(WhoMay.person("Global.Admin", "owner.of.something"));
        assertThat(allowed()).as("who has another application's roles").isEmpty();
    }

    private List<String> allowed() {
        return calls().entrySet().stream()
                .filter(call -> call.getValue().isAllowed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, ServiceMethods.Call> calls() {
        return new ServiceMethods(context).all();
    }
}
