package org.deviceoffboarding.evaluation.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.deviceoffboarding.evaluation.trend.DeviceJudgements;
import org.deviceoffboarding.evaluation.trend.DeviceJudgements.Judged;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which runs flagged a device or left it out: each that said something else than the run before. */
@Component
class JudgedHistory implements DeviceHistory {

    private final DeviceJudgements judgements;

    JudgedHistory(DeviceJudgements judgements) {
        this.judgements = judgements;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        List<DeviceMoment> moments = new ArrayList<>();
        @Nullable Judged before = null;
        boolean forgotten = judgements.someAreForgotten();
        for (Judged run : judgements.of(objectId)) {
            boolean nothingYet = before == null && run.situation() == null && run.leftOut() == null;
            if (!nothingYet && before == null && forgotten) {
                moments.add(
                        new DeviceMoment(run.at(), "What runs before this one said is no longer kept", "", about(run)));
            }
            if (!nothingYet && (before == null || !run.sameAs(before))) {
                moments.add(moment(run, before));
                if (run.confirmedAt() != null) {
                    moments.add(new DeviceMoment(
                            run.confirmedAt(),
                            "Confirmed by key: Intune has no record with its device ID",
                            "",
                            about(run)));
                }
            }
            before = run;
        }
        return moments;
    }

    private static DeviceMoment moment(Judged run, @Nullable Judged before) {
        return new DeviceMoment(run.at(), words(run, before), "", about(run));
    }

    private static String words(Judged run, @Nullable Judged before) {
        if (run.situation() != null) {
            return "Flagged: "
                    + run.situation().label().toLowerCase(Locale.ROOT).replace("intune", "Intune");
        }
        if (run.leftOut() != null) {
            return "Left out: " + run.leftOut().label();
        }
        return before != null && before.situation() != null ? "No longer flagged" : "No longer left out";
    }

    private static DeviceMoment.About about(Judged run) {
        return new DeviceMoment.About(RunLink.path(run.runId()), "Run " + run.runId());
    }
}
