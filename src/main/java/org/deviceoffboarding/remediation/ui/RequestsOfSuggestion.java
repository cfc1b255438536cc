package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.ui.SuggestionSection;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** The requests about devices of a suggestion, wherever they were asked for, as they stand now. */
@org.springframework.stereotype.Component
@Order(20)
class RequestsOfSuggestion implements SuggestionSection {

    private static final int SHOWN = 20;

    private final RequestQueryService requests;
    private final ApprovalPermissions permissions;
    private final OpenPages openPages;
    private final Clock clock;

    RequestsOfSuggestion(
            RequestQueryService requests, ApprovalPermissions permissions, OpenPages openPages, Clock clock) {
        this.requests = requests;
        this.permissions = permissions;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(Suggestion suggestion) {
        RequestList list = new RequestList(line -> permissions.pill(line.request()), clock);
        Button all = all(suggestion);
        Section section = new Section("Requests", list, all).withSuffix(RequestLink.toAll("All requests"));
        Runnable show = () -> {
            List<RequestList.Line> lines = find(suggestion);
            list.show(lines);
            section.setVisible(!lines.isEmpty());
            all.setVisible(lines.size() == SHOWN);
        };
        show.run();
        openPages.follow(list, RequestChanged.class, show); // somebody may ask while the page is open
        return Optional.of(section);
    }

    private Button all(Suggestion suggestion) {
        RequestFilter filter = RequestFilter.ofSuggestion(suggestion.id());
        return RequestList.whole(WholeList.of(
                        "Requests about this suggestion",
                        page -> requests.find(filter, page),
                        () -> requests.export(filter, Sort.unsorted()),
                        requests::export))
                .button("Show all", "requests-of-suggestion-" + suggestion.id() + ".csv");
    }

    private List<RequestList.Line> find(Suggestion suggestion) {
        return requests.find(RequestFilter.ofSuggestion(suggestion.id()), PageRequest.ofSize(SHOWN)).stream()
                .map(request -> new RequestList.Line(request, null))
                .toList();
    }
}
