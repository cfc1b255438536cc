package org.deviceoffboarding.base.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = SearchView.class)
@WithMockUser(username = "anna", roles = Roles.READER)
class SearchViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveNoRequests() {
        jdbc.sql("truncate requested_device, deleted_device, change_request").update();
    }

    @Test
    void aRequestIsFoundByItsNumberHoweverThatIsWritten() {
        long request = ARequest.in(jdbc).store();
        ARequest.in(jdbc).store();

        search(Long.toString(request));
        assertThat(links()).contains("approvals/" + request);

        for (String numbered : List.of("#" + request, "request " + request, "Request " + request)) {
            search(numbered);
            assertThat(links()).as(numbered).contains("approvals/" + request);
        }
    }

    @Test
    void whatIsNowhereIsSaidWithWhatCanBeFound() {
        search("nothing is called so");

        assertThat(text()).contains("Nothing was found", "the number of a request");
    }

    @Test
    void textsOfStrangersAreNoMarkupAndNoPattern() {
        ARequest.in(jdbc).store();

        search("<b>%");

        assertThat(text()).contains("Search for “<b>%”", "Nothing was found");
    }

    @Test
    void aNumberThatNoRequestCanHaveIsNotFound() {
        search("99999999999999999999");

        assertThat(text()).contains("Nothing was found");
    }

    private static void search(String text) {
        UI.getCurrent().navigate("search", QueryParameters.of("q", text));
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private String text() {
        return find(SearchView.class).single().getElement().getTextRecursively();
    }
}
