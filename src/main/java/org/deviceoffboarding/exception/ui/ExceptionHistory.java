package org.deviceoffboarding.exception.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionState;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** The exceptions that were made for a device, whatever became of them, and those for others that it falls under now. */
@Component
class ExceptionHistory implements DeviceHistory {

    private static final int PAGE = 100;

    private final ExceptionService exceptions;
    private final Clock clock;

    ExceptionHistory(ExceptionService exceptions, Clock clock) {
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        Map<Long, DeviceException> all = new LinkedHashMap<>();
        ExceptionFilter own = new ExceptionFilter(objectId.toString(), ExceptionKind.DEVICE, null);
        int number = 0;
        List<DeviceException> page;
        do {
            page = exceptions.find(own, PageRequest.of(number++, PAGE));
            page.stream()
                    .filter(each -> each.target().equals(objectId.toString())) // a reason may name it, too
                    .forEach(each -> all.put(each.id(), each));
        } while (page.size() == PAGE);
        if (device != null) {
            exceptions.of(device).forEach(each -> all.put(each.id(), each));
        }
        List<DeviceMoment> moments = new ArrayList<>();
        all.values().forEach(each -> add(moments, each));
        return moments;
    }

    @Override
    public List<Class<? extends PageNews>> changedBy() {
        return List.of(JudgingChanged.class);
    }

    private void add(List<DeviceMoment> moments, DeviceException exception) {
        String kind = exception.legalHold() ? "Legal hold" : "Exception";
        String whose = exception.kind() == ExceptionKind.DEVICE ? "" : " for " + exception.what();
        moments.add(moment(
                exception,
                exception.createdAt(),
                kind + " made" + whose + ": " + exception.reason(),
                PersonDisplay.name(exception.createdBy())));
        DeviceException.Lift lift = exception.lift();
        if (lift != null) {
            moments.add(moment(exception, lift.at(), kind + " lifted: " + lift.reason(), lift.byName()));
        } else if (exception.endsOn() != null && exception.state(clock.instant()) == ExceptionState.ENDED) {
            Instant end =
                    exception.endsOn().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            moments.add(moment(exception, end, kind + " ended", ""));
        }
    }

    private static DeviceMoment moment(DeviceException exception, Instant at, String what, String who) {
        return new DeviceMoment(
                at, what, who, new DeviceMoment.About("exceptions?search=" + exception.target(), "Exceptions"));
    }
}
