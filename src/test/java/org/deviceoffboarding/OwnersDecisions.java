package org.deviceoffboarding;

import java.util.List;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.instruction.version.InstructionVersion;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What owners decided that runs go by: exceptions, thresholds and instructions, which tests leave to each other. */
public class OwnersDecisions {

    /** The tables of exceptions, each after those that name its rows. */
    public static final List<String> EXCEPTIONS = List.of("exception_member", "exception_reading", "device_exception");

    private final RulesService rules;
    private final LooseningService loosenings;
    private final InstructionService instructions;
    private final FlaggedDevices flagged;
    private final JdbcClient jdbc;

    OwnersDecisions(
            RulesService rules,
            LooseningService loosenings,
            InstructionService instructions,
            FlaggedDevices flagged,
            JdbcClient jdbc) {
        this.rules = rules;
        this.loosenings = loosenings;
        this.instructions = instructions;
        this.flagged = flagged;
        this.jdbc = jdbc;
    }

    /** Lets the next run go by what a new portal goes by. */
    void takeBack() {
        EXCEPTIONS.forEach(table -> jdbc.sql("delete from " + table).update());
        SignedIn.asOwner("owner", () -> {
            takeThresholdsBack();
            takeInstructionsBack();
        });
    }

    private void takeThresholdsBack() {
        SavedRules saved = rules.current();
        if (!saved.rules().equals(JudgingRules.defaults())) {
            rules.save(saved, JudgingRules.defaults(), false)
                    .ifPresent(loosens -> SignedIn.asOwner("another", () -> loosenings.confirm(loosens.id())));
        }
    }

    private void takeInstructionsBack() {
        InstructionVersion saved = instructions.current();
        if (!saved.text().isEmpty()) {
            instructions.save(saved, "");
        }
    }

    /** Returns whether there is a result, and the next run could have no other for what was decided since, or taken back. */
    boolean areInResult() {
        return flagged.result()
                .filter(run -> !flagged.outdated(run) && !leavesOutByException(run))
                .isPresent();
    }

    private boolean leavesOutByException(Run run) {
        return jdbc.sql("select exists (select from left_out where run_id = :run and reason = 'EXCEPTION')")
                .param("run", run.id())
                .query(Boolean.class)
                .single();
    }
}
