package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.Answer.FurtherQuestion;
import org.deviceoffboarding.ask.answer.Answer.NearNames;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DeletedDeviceService;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Answers what is asked of devices that are named: by an ID, a name or a serial number. */
@Component
class SingleAnswers {

    /** So many devices of one name are answered for. */
    private static final int MOST = 5;

    /** A device under a name that was asked about. */
    private record Named(String name, DeviceFacts facts) {}

    private final AskedDevices devices;
    private final DeviceService inventory;
    private final DeletedDeviceService deleted;
    private final DeviceReport report;
    private final Near near;

    SingleAnswers(
            AskedDevices devices,
            DeviceService inventory,
            DeletedDeviceService deleted,
            DeviceReport report,
            Near near) {
        this.devices = devices;
        this.inventory = inventory;
        this.deleted = deleted;
        this.report = report;
        this.near = near;
    }

    Answer answer(Asked asked, List<String> notes) {
        Question question = asked.question();
        List<String> all = new ArrayList<>(notes);
        List<Named> found = new ArrayList<>();
        List<NearNames> unknown = new ArrayList<>();
        for (String name : question.names()) {
            List<Named> named = named(asked, name);
            if (named.size() > MOST) {
                all.add("More than " + MOST + " devices are called " + name
                        + ": the first are shown. Ask by an ID, which no two have.");
            } else if (named.size() > 1) {
                all.add(named.size() + " devices are called " + name + ". Ask by an ID, which no two have.");
            }
            if (named.isEmpty()) {
                all.addAll(deletedHere(name));
                unknown.add(near.ofDevice(asked, name));
            }
            named.stream().limit(MOST).forEach(found::add);
        }
        return found.isEmpty()
                ? new Answer.None(question, nothing(question, all), all, unknown, List.of())
                : new Answer.Single(
                        question,
                        asked.basis(),
                        summary(question, found),
                        found.stream()
                                .map(each -> report.of(asked, each.facts()))
                                .toList(),
                        differences(asked, found),
                        all,
                        unknown,
                        further(question, found));
    }

    private List<Named> named(Asked asked, String name) {
        return devices.named(asked.runId(), name, MOST + 1).stream()
                .flatMap(id -> inventory.get(id).stream())
                .map(facts -> new Named(name, facts))
                .toList();
    }

    private static String nothing(Question question, List<String> notes) {
        return "The inventory has no device called "
                + String.join(
                        " or ",
                        question.names().stream().map(name -> "“" + name + "”").toList())
                + "."
                + (notes.isEmpty() ? " Ask by a name, a serial number or an ID, whole." : "");
    }

    /** What the portal deleted is no longer in the inventory, and yet what people ask about. */
    private List<String> deletedHere(String name) {
        return Stream.concat(
                        deleted.find(name, PageRequest.of(0, 20)).stream(),
                        Stream.ofNullable(Guids.parse(name)).flatMap(id -> deleted.get(id).stream()))
                .filter(device -> isCalled(device, name))
                .distinct()
                .limit(MOST)
                .map(SingleAnswers::sentence)
                .toList();
    }

    private static boolean isCalled(DeletedDevice device, String name) {
        UUID id = Guids.parse(name);
        return id == null
                ? name.equalsIgnoreCase(device.name()) || name.equalsIgnoreCase(device.serialNumber())
                : id.equals(device.objectId()) || id.equals(device.deviceId());
    }

    private static String sentence(DeletedDevice device) {
        return "This portal deleted " + DeviceReport.called(device.name(), device.objectId()) + " on "
                + Timestamps.words(device.deletedAt()) + ": " + device.deletedBy() + " approved request "
                + device.requestId() + "."
                + (device.restoredAt() == null
                        ? ""
                        : " It was restored on " + Timestamps.words(device.restoredAt()) + ".");
    }

    private static String summary(Question question, List<Named> found) {
        String names = String.join(
                " and ",
                found.stream()
                        .map(each -> DeviceReport.called(
                                each.facts().entra().displayName(),
                                each.facts().entra().objectId()))
                        .toList());
        return switch (question.wish()) {
            case DIFFERENCE ->
                found.size() == 2
                        ? "What is known of " + names + ", side by side."
                        : "Two devices can be compared; these are " + names + ".";
            case WHY -> "Why " + names + " " + (found.size() == 1 ? "is" : "are") + " flagged, or not.";
            case NEXT -> "What to do with " + names + ".";
            case DISABLED_BY -> "Who disabled " + names + ".";
            case HISTORY -> "What is on record about " + names + ".";
            default -> "What is known of " + names + ".";
        };
    }

    private List<Difference> differences(Asked asked, List<Named> found) {
        if (asked.question().wish() != Wish.DIFFERENCE || found.size() != 2) {
            return List.of();
        }
        List<ReportedDevice.DeviceFact> one =
                report.facts(asked, found.getFirst().facts());
        List<ReportedDevice.DeviceFact> other =
                report.facts(asked, found.getLast().facts());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            differences.add(new Difference(
                    one.get(i).label(), one.get(i).value(), other.get(i).value()));
        }
        return differences;
    }

    private static List<FurtherQuestion> further(Question question, List<Named> found) {
        return Set.copyOf(found.stream().map(Named::name).toList()).size() == 1
                ? Further.ofDevice(question, found.getFirst().name())
                : List.of();
    }
}
