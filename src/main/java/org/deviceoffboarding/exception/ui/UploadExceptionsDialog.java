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
import java.util.function.Supplier;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.CsvUpload;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionReachChangedException;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionTarget;
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
    private final LongWork work = new LongWork();
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
                work,
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
        add.setEnabled(false);
        work.find(
                "Each line of the file is looked at.",
                CsvText.lines(file),
                progress -> check(file, progress),
                found -> {
                    try {
                        show(name, found.get());
                    } catch (ExceptionRefusedException e) {
                        refusal.say(e.reason());
                    }
                    checked.look();
                    add.setEnabled(!ready.isEmpty());
                    add.setText("Add " + Amounts.count(ready.size(), "exception", "exceptions"));
                });
    }

    private Checked check(byte[] file, Progress progress) {
        List<UploadLine> lines = uploads.check(file, progress);
        List<NewException> good = lines.stream()
                .map(UploadLine::exception)
                .filter(Objects::nonNull)
                .toList();
        return new Checked(lines, good, good.isEmpty() ? null : exceptions.reach(targets(good), progress));
    }

    private static List<ExceptionTarget> targets(List<NewException> all) {
        return all.stream().map(NewException::target).toList();
    }

    private void show(String name, Checked found) {
        fileName = name;
        ready = found.good();
        report.add(new UploadReport(found.lines()));
        if (found.reach() != null) {
            show(found.reach());
        }
    }

    private void show(ExceptionReach now) {
        seen = now;
        reach.show(now);
    }

    private void addAll() {
        List<NewException> all = ready;
        ExceptionReach shown = Objects.requireNonNull(seen, "Shown with the report");
        work.carryThrough(
                "What is left out is looked at again, then "
                        + Amounts.count(all.size(), "exception is", "exceptions are") + " made.",
                exceptions.looksAt(targets(all)),
                progress -> exceptions.importAll(fileName, all, shown, progress).size(),
                this::added);
        add.setEnabled(!work.goesOn() && !ready.isEmpty());
    }

    private void added(Supplier<Integer> added) {
        add.setEnabled(true);
        try {
            int made = added.get();
            close();
            Notices.info(made == 1 ? "Exception made" : Amounts.number(made) + " exceptions made");
            done.run();
        } catch (ExceptionReachChangedException e) {
            show(e.now());
            refuse(e.reason());
        } catch (ExceptionRefusedException e) {
            add.setEnabled(false);
            refuse(e.reason() + " Nothing was stored; upload the file again for a new report.");
        }
    }

    private void refuse(String sentence) {
        if (!isOpened()) {
            Notices.problem(sentence);
        }
        refusal.say(sentence);
    }

    /** @param reach null where no line can be added */
    private record Checked(
            List<UploadLine> lines,
            List<NewException> good,
            @Nullable ExceptionReach reach) {}
}
