package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.ui.CsvUpload;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionReachChangedException;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionUploadService;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.ReviewedExceptionService;
import org.deviceoffboarding.exception.register.UploadLine;
import org.jspecify.annotations.Nullable;

/** Makes exceptions from a CSV file, after it has reported on each line. */
class UploadExceptionsDialog extends Dialog {

    private static final String TEMPLATE = """
            kind,target,reason,ends
            device,00000000-1111-2222-3333-444444444444,"stolen, case 4711",2027-03-01
            name pattern,VIP-*,board of directors,
            user,ada@contoso.com,on leave until spring,2027-04-30
            group,Legal hold,kept as evidence,
            """;

    private final transient ExceptionUploadService uploads;
    private final transient ReviewedExceptionService exceptions;
    private final transient Runnable done;
    private final Div report = new Div();
    private final ReachSection reach = new ReachSection();
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button add = new Button("Add exceptions");
    private transient List<NewException> ready = List.of();
    private transient @Nullable ExceptionReach seen;
    private String fileName = "";

    UploadExceptionsDialog(ExceptionUploadService uploads, ReviewedExceptionService exceptions, Runnable done) {
        this.uploads = uploads;
        this.exceptions = exceptions;
        this.done = done;
        setHeaderTitle("Upload exceptions");
        setWidth("860px");
        add(description(), CsvUpload.create(this::check, refusal::say), refusal, report, reach);
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(false);
        add.setDisableOnClick(true);
        add.addClickListener(click -> addAll());
        getFooter().add(new Button("Cancel", click -> close()), add);
    }

    private static Div description() {
        Anchor template = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(TEMPLATE.getBytes(StandardCharsets.UTF_8)),
                        "exceptions-template.csv",
                        "text/csv; charset=utf-8",
                        TEMPLATE.length())),
                "Download a template");
        Div description = new Div(
                new Paragraph(
                        new Code("kind,target,reason,ends"),
                        new Span(
                                " – a line of titles is optional. Kinds: device, name pattern, user, group. A device is named by any of its three IDs, never by name or serial number. The last day is written as 2027-03-01, or left empty. Legal holds are made one by one.")),
                template);
        description.addClassName("stack");
        return description;
    }

    /** Reports on each line of a file; stores nothing. */
    void check(String name, byte[] file) {
        refusal.clear();
        report.removeAll();
        reach.clear();
        seen = null;
        ready = List.of();
        try {
            List<UploadLine> lines = uploads.check(file);
            fileName = name;
            ready = lines.stream()
                    .map(UploadLine::exception)
                    .filter(Objects::nonNull)
                    .toList();
            report.add(new UploadReport(lines));
            if (!ready.isEmpty()) {
                show(exceptions.reach(ready.stream().map(NewException::target).toList()));
            }
        } catch (ExceptionRefusedException e) {
            refusal.say(e.reason());
        }
        add.setEnabled(!ready.isEmpty());
        add.setText("Add " + ready.size() + (ready.size() == 1 ? " exception" : " exceptions"));
    }

    private void show(ExceptionReach now) {
        seen = now;
        reach.show(now);
    }

    private void addAll() {
        try {
            int made = exceptions
                    .importAll(fileName, ready, Objects.requireNonNull(seen, "Shown with the report"))
                    .size();
            close();
            Notices.info(made == 1 ? "Exception made" : made + " exceptions made");
            done.run();
        } catch (ExceptionReachChangedException e) {
            show(e.now());
            refusal.say(e.reason());
            add.setEnabled(true);
        } catch (ExceptionRefusedException e) {
            refusal.say(e.reason() + " Nothing was stored; upload the file again for a new report.");
        }
    }
}
