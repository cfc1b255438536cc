package org.deviceoffboarding.remediation.ui;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.search.Findings;
import org.deviceoffboarding.base.ui.search.ListAddress;
import org.deviceoffboarding.base.ui.search.SearchSource;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds change requests by their number, also as {@code #7} or {@code request 7}, their reason, and who asked or decided. */
@Component
@Order(30)
class RequestSearch implements SearchSource {

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:#|request)?\\s*(\\d{1,18})");

    private final RequestQueryService requests;

    RequestSearch(RequestQueryService requests) {
        this.requests = requests;
    }

    @Override
    public Findings find(String text, int most) {
        var filter = new RequestFilter(text, null, null, null);
        Optional<ChangeRequest> numbered = numbered(text);
        List<ChangeRequest> worded = requests.find(filter, PageRequest.of(0, most));
        boolean both = numbered.isPresent()
                && worded.stream().anyMatch(each -> each.id() == numbered.get().id());
        return new Findings(
                "Requests",
                requests.count(filter) + (numbered.isPresent() && !both ? 1 : 0),
                Stream.concat(
                                numbered.stream(),
                                worded.stream()
                                        .filter(each -> numbered.isEmpty()
                                                || each.id() != numbered.get().id()))
                        .limit(most)
                        .map(RequestSearch::found)
                        .toList(),
                ListAddress.searched(RequestLink.PATH, text));
    }

    private Optional<ChangeRequest> numbered(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? requests.get(Long.parseLong(number.group(1))) : Optional.empty();
    }

    private static Findings.Found found(ChangeRequest request) {
        return new Findings.Found(
                request.title(),
                "Request " + request.id() + " · " + request.status().label() + " · asked by "
                        + request.requestedBy().name(),
                RequestLink.path(request.id()));
    }
}
