package org.deviceoffboarding.base.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.StaticWebApplicationContext;

/** The portal hears of each download, whichever page it is on. */
class TransferNewsTest {

    private static final Actor OPAL = new Actor("opal", "opal@contoso.example");

    private final MockServletContext server = new MockServletContext();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final List<ListTaken> heard = new ArrayList<>();
    private boolean refusing;

    @BeforeEach
    void listen() {
        StaticWebApplicationContext portal = new StaticWebApplicationContext();
        portal.addApplicationListener((ApplicationListener<PayloadApplicationEvent<ListTaken>>) event -> {
            if (refusing) {
                throw new IllegalStateException("It can't be recorded");
            }
            heard.add(event.getPayload());
        });
        portal.refresh();
        server.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, portal);
    }

    @Test
    void ofAListItIsToldWhoseItIsWhatWasPickedAndHowManyRowsItHas() throws IOException {
        download(CsvDownload.of(() -> part(1, true), before -> part(2, false)));

        assertThat(heard).containsExactly(new ListTaken(OPAL, "numbers.csv", "", "odd ones", 2, true));
    }

    @Test
    void whatIsCutOffIsToldAsThat() {
        assertThatExceptionOfType(CutOffException.class)
                .isThrownBy(() -> download(CsvDownload.of(() -> part(1, true), before -> {
                    throw new ListGoneException("Gone.");
                })));

        assertThat(heard).containsExactly(new ListTaken(OPAL, "numbers.csv", "", "odd ones", 1, false));
    }

    @Test
    void whatIsRefusedBeforeAnythingIsSentIsNoDownload() throws IOException {
        download(CsvDownload.<String, Integer>of(
                () -> {
                    throw new ListGoneException("Gone.");
                },
                UnaryOperator.identity()));

        assertThat(heard).isEmpty();
    }

    @Test
    void aDownloadThatCannotBeRecordedIsNotWhole() {
        refusing = true;

        assertThatExceptionOfType(CutOffException.class)
                .isThrownBy(() -> download(CsvDownload.of(() -> part(1, false), UnaryOperator.identity())));
    }

    @Test
    void whatNotesItsDownloadsItselfIsNotToldOfTwice() throws IOException {
        List<Long> noted = new ArrayList<>();

        download(CsvDownload.of(() -> part(1, false), UnaryOperator.<ExportPage<String, Integer>>identity())
                .kept(form -> noted::add));

        assertThat(noted).containsExactly(1L);
        assertThat(heard).isEmpty();
    }

    private void download(CsvDownload<Integer> numbers) throws IOException {
        IOException fault = As.person(OPAL, List.of(Roles.READER), () -> {
            try {
                numbers.needing(Capability.READ)
                        .column("Number", number -> number)
                        .csv("numbers.csv")
                        .handleDownloadRequest(new DownloadEvent(
                                new VaadinServletRequest(new MockHttpServletRequest(server), null),
                                new VaadinServletResponse(response, null),
                                null,
                                new Element("a")));
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (fault != null) {
            throw fault;
        }
    }

    private static ExportPage<String, Integer> part(int number, boolean more) {
        return new ExportPage<>("odd ones", List.of(number), more);
    }
}
