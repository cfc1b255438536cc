package org.deviceoffboarding.base.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.TenantProperties;
import org.junit.jupiter.api.Test;

class TenantNameTest {

    @Test
    void itIsWhatTheOperatorSet() {
        assertThat(nameFor("anna@contoso.example", " Contoso Outdoor ")).isEqualTo("Contoso Outdoor");
    }

    @Test
    void whereNobodySetItItIsTheDomainOfWhoeverIsSignedIn() {
        assertThat(nameFor("anna@contoso.example", "")).isEqualTo("contoso.example");
        assertThat(nameFor("ben_fabrikam.example#EXT#@contoso.example", " ")).isEqualTo("contoso.example");
    }

    @Test
    void whereNothingSaysItItIsEmpty() {
        assertThat(nameFor("anna", "")).isEmpty();
        assertThat(tenantName("").get()).isEmpty();
    }

    private static String nameFor(String person, String set) {
        return As.person(
                new Actor("oid", person), List.of(), () -> tenantName(set).get());
    }

    private static TenantName tenantName(String set) {
        URI anywhere = URI.create("http://localhost:9/");
        return new TenantName(
                new TenantProperties(anywhere, "portal", "secret", "", "", "", anywhere, false, set),
                new CurrentActor());
    }
}
