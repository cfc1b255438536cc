package org.deviceoffboarding.bench;

import java.util.List;
import org.deviceoffboarding.bench.ask.AskBench;
import org.deviceoffboarding.bench.audit.AuditBench;
import org.deviceoffboarding.bench.open.OpenBench;
import org.deviceoffboarding.bench.pages.PagesBench;
import org.deviceoffboarding.bench.scale.ScaleBench;
import org.deviceoffboarding.bench.tasks.TasksBench;

/** Carries out one measurement, which is the first argument. */
public final class Bench {

    private Bench() {}

    public static void main(String[] words) throws Exception {
        Quiet.logs();
        Arguments arguments = new Arguments(List.of(words).subList(Math.min(1, words.length), words.length));
        switch (words.length == 0 ? "" : words[0]) {
            case "scale" -> ScaleBench.run(arguments);
            case "pages" -> PagesBench.run(arguments);
            case "open" -> OpenBench.run(arguments);
            case "bulk" -> BulkBench.run(arguments);
            case "audit" -> AuditBench.run(arguments);
            case "tasks" -> TasksBench.run(arguments);
            case "ask" -> AskBench.run(arguments);
            case "size" -> SizeBench.run();
            case "evaluation" -> EvaluationBench.run(arguments);
            case "remediation" -> RemediationBench.run(arguments);
            default -> System.out.println("""
                    Usage: ./portal bench NAME

                      scale [DEVICES] [ROUNDS] [HEAP] [MORE…]
                                                a run over 100,000 Entra devices, 3 times with a heap of 512m, beside the
                                                least that it could take, each in processes of its own; and beside that
                                                  again    a second run, which has a copy to replace
                                                  sdk      the SDK's page iterator with batched inserts
                                                  aot      the portal with what Java remembers of a rehearsal
                                                  profile  the portal's run watched: target/scale.jfr, target/scale-statements.log
                                                  latency  all of it with pages of 300 ms, and one in 20 of 2 s
                      pages [DEVICES] [FLAGGED] [ROUNDS] [PAGE…]
                                                pages over 1,000,000 devices, of which 300,000 are in one suggestion: each
                                                sort, filter and search, alone and beside eight others; exports; plans;
                                                all pages, or such as Devices, Left-out, a-device
                      open [PAGES] [DEVICES] [PATH…]
                                                200 open pages that people read during a run over 100,000 devices: how fast they are
                                                answered, what is pushed to them, and the memory that each takes
                      bulk [DEVICES] [FLAGGED]  acting on 10,000 and 100,000 at once of 1,000,000 devices, of which 300,000 are
                                                in one suggestion: selecting, asking, approving, uploads, exceptions
                      audit [ENTRIES] [ROUNDS]  the audit log of 10,000,000 entries: 16 writers beside the same table without
                                                sealing, sealing, verifying, and the first page of each filter with its plan
                      tasks [TASKS] [COMMENTS] [ROUNDS]
                                                50,000 tasks with 500,000 comments: the first rows of each filter and order, each
                                                with its plan; 500 tasks reassigned in one step and taken back
                      ask [DEVICES] [ROUNDS]    questions over 1,000,000 devices, of one criterion and of five: how fast they are answered
                                                with the first devices, and each one's plans
                      size                      what the jar and the image hold
                      evaluation [DEVICES]      judging in memory, parsing 50 instructions, and what applying them adds
                      remediation [DEVICES]     requests and time for disabling devices, with Graph's limits and without;
                                                1,000 devices take 7 minutes, 10,000 take 67
                    """);
        }
        System.exit(0); // what was started for the measurement ends with it
    }
}
