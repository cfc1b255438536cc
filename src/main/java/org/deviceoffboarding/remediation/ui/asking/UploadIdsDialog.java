package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.transfer.CsvUpload;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.upload.IdUploadService;
import org.deviceoffboarding.remediation.upload.UploadedId;

/** Takes a list of IDs and reports on each line, before anything is asked for. */
class UploadIdsDialog extends Dialog {

    private final transient IdUploadService uploads;
    private final transient BiConsumer<String, List<UUID>> found;
    private final Div report = new Div();
    private final LongWork work = new LongWork();
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button go = new Button("Continue", click -> go());
    private List<UUID> ready = List.of();
    private String fileName = "";
    private final UnsavedChanges checked;

    /** @param found takes the name of the file and the object IDs of the devices in it, at least one */
    UploadIdsDialog(IdUploadService uploads, BiConsumer<String, List<UUID>> found) {
        this.uploads = uploads;
        this.found = found;
        setHeaderTitle("Upload a list of IDs");
        setWidth("min(860px, 94vw)");
        Div content = new Div(
                new Paragraph(
                        "A CSV or text file with one ID a line, in the first column; or a table with a line of titles, as this"
                                + " portal, Intune, Entra and PowerShell export it, with IDs under 'Entra object ID',"
                                + " 'Azure AD Device ID', 'Device ID', 'Intune ID' and the like. Any of the three IDs will do, in"
                                + " braces or without hyphens, too; names and serial numbers never name a device. A file may have"
                                + " 8 MB and 100,000 lines: of a larger table the column with the IDs is enough. Nothing happens to"
                                + " the devices yet."),
                CsvUpload.create(Capability.ASK_FOR_ACTIONS, this::check, refusal::say),
                work,
                refusal,
                report);
        content.addClassName("stack");
        add(content);
        checked = UnsavedChanges.of(
                report,
                () -> !ready.isEmpty(),
                "The file was checked, and nothing is asked for yet. Upload it again to go on.");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setVisible(false);
        getFooter().add(new Button("Cancel", click -> close()), go);
    }

    /** Reports on each line of a file. */
    void check(String name, byte[] file) {
        refusal.clear();
        report.removeAll();
        ready = List.of();
        go.setVisible(false);
        work.find(
                "Each line of the file is looked at.",
                CsvText.lines(file),
                progress -> uploads.check(file, progress),
                found -> show(name, found));
    }

    private void show(String name, Supplier<List<UploadedId>> found) {
        try {
            List<UploadedId> lines = found.get();
            fileName = name;
            ready = lines.stream()
                    .map(UploadedId::objectId)
                    .filter(Objects::nonNull)
                    .toList();
            report.add(new IdReport(lines));
        } catch (RequestRefusedException e) {
            refusal.say(e.reason());
        }
        checked.look();
        go.setVisible(!ready.isEmpty());
        go.setText("Continue with " + Amounts.devices(ready.size()));
    }

    private void go() {
        close();
        found.accept(fileName, ready);
    }
}
