package org.deviceoffboarding.base.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.listing.RowCount;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** A download that fails in its middle is no file that looks whole. */
class CutOffTest {

    private static final Actor OPAL = new Actor("opal", "opal@contoso.example");

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final List<String> kept = new ArrayList<>();
    private boolean closed;

    @Test
    void whatIsWholeIsSent() throws IOException {
        download(before -> part(2, false));

        assertThat(sent()).isEqualTo("\uFEFFNumber\r\n1\r\n2\r\n");
        assertThat(response.getHeader("Content-Disposition")).contains("numbers.csv");
    }

    @Test
    void aWholeDownloadIsKeptWithItsRowsAndOneThatIsCutOffAsBegunAlone() throws IOException {
        start(CsvDownload.of(() -> part(1, true), before -> part(2, false)).kept(this::keep));
        assertThat(kept).containsExactly("CSV began", "CSV ended with 2");

        kept.clear();
        assertThatExceptionOfType(CutOffException.class)
                .isThrownBy(() -> start(CsvDownload.of(() -> part(1, true), before -> {
                            throw new ListGoneException("Gone.");
                        })
                        .kept(this::keep)));
        assertThat(kept).containsExactly("CSV began");
    }

    @Test
    void nothingIsSentThatCannotBeKept() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> start(
                        CsvDownload.of(() -> part(1, false), before -> before).kept(form -> {
                            throw new IllegalStateException("The log is away");
                        })));

        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void whoeverCancelsADownloadEndsIt() {
        DownloadProgress.Line line = new DownloadProgress("rows").begin(null, "numbers.csv", RowCount.about(20_000));
        line.wrote();
        line.requireWanted();
        assertThat(line.rows()).isEqualTo(1);

        line.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(Button::click);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(line::requireWanted);
    }

    private LongConsumer keep(String form) {
        kept.add(form + " began");
        return rows -> kept.add(form + " ended with " + rows);
    }

    @Test
    void aListThatIsGoneInTheMiddleCutsTheDownloadOff() {
        assertThatExceptionOfType(CutOffException.class)
                .isThrownBy(() -> download(before -> {
                    throw new ListGoneException("Gone.");
                }))
                .withNoCause();

        assertThat(closed).as("the end of the answer").isFalse();
        assertThat(response.getStatus()).isEqualTo(200); // the beginning is on its way
    }

    @Test
    void aDownloadEndsWithTheSession() {
        assertThatExceptionOfType(CutOffException.class)
                .isThrownBy(() -> download(before -> {
                    SecurityContextHolder.getContext().setAuthentication(null);
                    return part(2, true);
                }));
    }

    @Test
    void aListThatIsGoneBeforeAnythingIsSentIsAnswered() throws IOException {
        start(CsvDownload.<String, Integer>of(
                () -> {
                    throw new ListGoneException("Gone.");
                },
                UnaryOperator.identity()));

        assertThat(response.getStatus()).isEqualTo(410);
        assertThat(response.getErrorMessage()).isEqualTo("Gone.");
    }

    private void download(UnaryOperator<ExportPage<String, Integer>> next) throws IOException {
        start(CsvDownload.of(() -> part(1, true), next));
    }

    private void start(CsvDownload<Integer> numbers) throws IOException {
        IOException fault = As.person(OPAL, List.of(Roles.READER), () -> {
            try {
                answer(numbers.column("Number", number -> number).csv("numbers.csv"));
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (fault != null) {
            throw fault;
        }
    }

    private void answer(DownloadHandler download) throws IOException {
        VaadinServletResponse answer = new VaadinServletResponse(response, null) {
            @Override
            public jakarta.servlet.ServletOutputStream getOutputStream() throws IOException {
                return new Watched(super.getOutputStream());
            }
        };
        download.handleDownloadRequest(new DownloadEvent(null, answer, null, new Element("a")));
    }

    private String sent() throws IOException {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static ExportPage<String, Integer> part(int number, boolean more) {
        return new ExportPage<>("", List.of(number), more);
    }

    /** Notes that it is closed, which would end the answer as if it were whole. */
    private final class Watched extends jakarta.servlet.ServletOutputStream {

        private final jakarta.servlet.ServletOutputStream out;

        Watched(jakarta.servlet.ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
