package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.CsvDownload;
import org.deviceoffboarding.base.ui.CsvUpload;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
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
    private final UnsavedChanges checked;

    UploadExceptionsDialog(ExceptionUploadService uploads, ReviewedExceptionService exceptions, Runnable done) {
        this.uploads = uploads;
        this.exceptions = exceptions;
        this.done = done;
        setHeaderTitle("Upload exceptions");
        setWidth("860px");
        add(
                description(),
                CsvUpload.create(Capability.MAKE_EXCEPTIONS, this::check, refusal::say),
                refusal,
                report,
                reach);
        checked = UnsavedChanges.of(
                report, () -> !ready.isEmpty(), "The file was checked, and nothing of it is stored yet.");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(false);
        add.setDisableOnClick(true);
        add.addClickListener(click -> addAll());
        getFooter().add(new Button("Cancel", click -> close()), add);
    }

    private Div description() {
        Anchor template = CsvDownload.file(
                "Download a template", "exceptions-template.csv", Capability.MAKE_EXCEPTIONS, uploads::template);
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
        checked.look();
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
