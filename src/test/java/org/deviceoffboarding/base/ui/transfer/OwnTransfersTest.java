package org.deviceoffboarding.base.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** What a page offers to download or takes as a file, once its person or what they may has changed in between. */
class OwnTransfersTest {

    private static final Actor OPAL = new Actor("opal", "opal@contoso.example");
    private static final Actor ONUR = new Actor("onur", "onur@contoso.example");
    private static final List<String> OPERATOR = List.of(Roles.OPERATOR, Roles.READER);

    private final List<String> done = new ArrayList<>();
    private final OwnTransfers own = As.person(OPAL, OPERATOR, () -> new OwnTransfers(Capability.MAKE_EXCEPTIONS));

    @Test
    void thePagesPersonDownloads() {
        assertThat(download(OPAL, OPERATOR)).isEqualTo(200);
        assertThat(done).containsExactly("downloaded");
    }

    @Test
    void nobodyElseDownloadsNorWhoMayNoMore() {
        assertThat(download(ONUR, OPERATOR)).isEqualTo(403);
        assertThat(download(OPAL, List.of(Roles.READER))).isEqualTo(403);
        assertThat(download(OPAL, List.of())).isEqualTo(403);
        assertThat(downloadByNobody()).isEqualTo(403);
        assertThat(done).isEmpty();
    }

    @Test
    void aDownloadThatItsServiceRefusesIsForbidden() {
        int status = As.person(
                OPAL,
                OPERATOR,
                () -> status(own, () -> {
                    throw new AccessDeniedException("at the service");
                }));

        assertThat(status).isEqualTo(403);
    }

    @Test
    void aPageThatNobodyOpenedOffersNothing() {
        OwnTransfers nobodys = new OwnTransfers(Capability.READ);

        assertThat(nobodys.isAllowed()).isFalse();
    }

    @Test
    void aFileIsNotTakenFromAnotherPersonNorFromWhoMayNoMore() {
        assertThat(isRejected(ONUR, OPERATOR)).isTrue();
        assertThat(isRejected(OPAL, List.of(Roles.READER))).isTrue();
        assertThat(done).isEmpty();
    }

    private int download(Actor person, List<String> roles) {
        return As.person(person, roles, this::downloadByNobody);
    }

    private int downloadByNobody() {
        return status(own, () -> done.add("downloaded"));
    }

    private static int status(OwnTransfers own, Runnable download) {
        var response = new MockHttpServletResponse();
        try {
            own.only(event -> download.run())
                    .handleDownloadRequest(
                            new DownloadEvent(null, new VaadinServletResponse(response, null), null, new Element("a")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return response.getStatus();
    }

    private boolean isRejected(Actor person, List<String> roles) {
        return As.person(person, roles, () -> {
            var event = new UploadEvent(null, null, null, "file.csv", 1, "text/csv", new Element("input"), null);
            try {
                CsvUpload.handler(own, (name, file) -> done.add(name)).handleUploadRequest(event);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return event.isRejected();
        });
    }
}
