package org.deviceoffboarding.base.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.search.ListAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithMockUser;

/** Every list that is searched keeps that in its address, whatever is searched for, and whoever opens that address finds the same. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding")
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.AUDITOR, Roles.OWNER})
class SearchedListsTest extends SpringBrowserlessTest {

    private static final String TEXT = "\ud83d\ude00\ud83d\ude00 C++ 100 % & \u00e4 \ud842\udfb7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices",
                "suggestions",
                "tasks",
                "approvals",
                "exceptions",
                "audit",
                "settings/people",
                "notices",
                "removed",
                "removed/deleted"
            })
    void whatIsSearchedForIsInTheAddressAndOpensTheSameSearch(String path) {
        String address = ListAddress.searched(path, TEXT);
        UI.getCurrent().navigate(path, new Location(address).getQueryParameters());

        TextField search = find(TextField.class).all().stream()
                .filter(field -> field.getValue().equals(TEXT))
                .findFirst()
                .orElseThrow();

        String other = TEXT + " \ud83d\ude80";
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        test(search).setValue(other);

        assertThat(written()).anySatisfy(each -> {
            assertThat(each).startsWith(path + "?");
            assertThat(new Location(each).getQueryParameters().getSingleParameter("search"))
                    .contains(other);
        });
    }

    /** Returns the addresses that the browser is given. */
    private static List<String> written() {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .flatMap(invocation -> invocation.getParameters().stream())
                .map(String::valueOf)
                .filter(each -> each.contains("?"))
                .toList();
    }
}
