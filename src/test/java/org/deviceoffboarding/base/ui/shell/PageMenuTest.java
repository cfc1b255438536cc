package org.deviceoffboarding.base.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.News;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The menu says how much waits on each page, also once that changes while the page is open. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding")
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR})
class PageMenuTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "Ben");

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID device;

    @BeforeEach
    void haveAResult() {
        jdbc.sql("truncate requested_device, deleted_device, change_request").update();
        jdbc.sql("delete from evaluation_run").update();
        tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
    }

    @Test
    void whatWaitsIsCountedAtItsPageAndNothingIsSaidWhereNothingDoes() {
        UI.getCurrent().navigate("devices");
        News.tell(events, new SuggestionsChanged());

        assertThat(counts()).containsExactly("1 open");
    }

    @Test
    void aSuggestionThatSomebodyCompletesIsNoLongerCounted() {
        UI.getCurrent().navigate("devices");

        As.person(BEN, () -> suggestions.manage(suggestion(), SuggestionStatus.IN_PROGRESS, ""));
        News.tell(events, new SuggestionsChanged());
        assertThat(counts()).containsExactly("1 open");

        As.person(BEN, () -> suggestions.manage(suggestion(), SuggestionStatus.COMPLETED, ""));
        News.tell(events, new SuggestionsChanged());
        assertThat(counts()).isEmpty();
    }

    @Test
    void aRequestThatSomebodyAsksForIsCountedAtOnce() {
        UI.getCurrent().navigate("devices");

        long request = As.person(
                        BEN,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(device),
                                "gone",
                                "a test",
                                tenant.suggestionId(),
                                0,
                                false,
                                NewestResult.of(jdbc))))
                .id();
        News.tell(events, new RequestChanged(request));

        assertThat(counts()).containsExactly("1 open", "1 waiting");
    }

    private Suggestion suggestion() {
        return suggestions.get(tenant.suggestionId()).orElseThrow().suggestion();
    }

    private List<String> counts() {
        return find(Span.class).withClassName("menu-count").all().stream()
                .map(count -> count.getElement().getTextRecursively())
                .toList();
    }
}
