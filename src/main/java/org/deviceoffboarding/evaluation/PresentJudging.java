package org.deviceoffboarding.evaluation;

import java.util.function.Function;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.JudgingRules;

/**
 * Judges devices by what owners decided up to now, for what waits to be approved or sent: by the thresholds that the next run
 * goes by, and by whatever {@link Exclusions} are in force. Ages are counted from when the newest result had read the tenant,
 * as that result counted them. For jobs, too: asks for no role.
 */
public interface PresentJudging {

    /**
     * Prepares to judge. Called outside of any transaction, since it may ask Microsoft Graph.
     *
     * @return judges one device; only looks up what was prepared
     * @throws DecisionsUnreadableException if what is in force can't be told
     */
    Function<DeviceFacts, Judgement> prepare(Freshness groups);

    /**
     * Prepares to judge by thresholds that are not in force, beside all else that is: to show what they would change. Called
     * outside of any transaction.
     *
     * @return judges one device by thresholds that it is given
     * @throws DecisionsUnreadableException if what is in force can't be told
     */
    Function<JudgingRules, Function<DeviceFacts, Judgement>> prepareToTry(Freshness groups);

    /**
     * Prepares to judge by the thresholds in force, with something that is not in force in the place of what leaves devices out:
     * to show what it would change. Called outside of any transaction.
     *
     * @param replaced what it takes the place of; all others are as they are in force
     * @throws DecisionsUnreadableException if what else is in force can't be told
     */
    Function<DeviceFacts, Judgement> prepareToTry(
            Freshness groups, Class<? extends Exclusions> replaced, Exclusion tried);

    /**
     * Returns what stands for all that is in force at this moment, the newest result included: another text as soon as a device
     * may be judged in another way.
     */
    String state();
}
