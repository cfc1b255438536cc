package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.playbook.SortPlaybook;
import org.deviceoffboarding.suggestion.Factor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** The answer to one question. Sentences are for people. */
public sealed interface Answer {

    /** Returns the question that it answers. */
    Question question();

    /** Returns what is to be known about how it came about, such as when a group was read; usually nothing. */
    List<String> notes();

    /** Returns names of the question that nothing has, with those that are nearly so. */
    List<NearNames> near();

    /** Returns further questions that go on from here, each with an answer; at most three. */
    List<FurtherQuestion> further();

    /**
     * What it is an answer of.
     *
     * @param runId the run whose result and copy of the tenant were asked
     * @param readAt when that had read the tenant
     * @param askedAt now; what is relative counts from here
     */
    record Basis(long runId, Instant readAt, Instant askedAt) {}

    /**
     * Which devices, or how many.
     *
     * @param summary says how many
     * @param count of all devices that fit, or as many as are wanted at most
     * @param fitting of all devices that fit
     * @param flagged how many of those that count are flagged
     * @param factors what speaks for removing those that are flagged, what holds for most first
     * @param besides what else is known of those that are flagged, in the same order
     * @param playbooks the steps for those that are flagged, by platform; those for most devices first
     * @param devices shows them in the list of devices
     * @param order in which they are asked for; unsorted where the usual one is
     * @param comparison null where none is asked for
     */
    record Devices(
            Question question,
            Basis basis,
            String summary,
            long count,
            long fitting,
            long flagged,
            List<Factor> factors,
            List<Factor> besides,
            List<SortPlaybook> playbooks,
            DeviceFilter devices,
            Sort order,
            @Nullable ComparedAnswer comparison,
            List<String> notes,
            List<NearNames> near,
            List<FurtherQuestion> further)
            implements Answer {

        public Devices {
            factors = List.copyOf(factors);
            besides = List.copyOf(besides);
            playbooks = List.copyOf(playbooks);
            notes = List.copyOf(notes);
            near = List.copyOf(near);
            further = List.copyOf(further);
        }
    }

    /**
     * How many devices of each value.
     *
     * @param count of all devices that fit
     * @param groups the largest first, or as is asked for
     * @param more whether there are others, which are too many to list
     * @param devices shows all devices that fit in the list of devices
     */
    record Groups(
            Question question,
            Basis basis,
            String summary,
            long count,
            List<Group> groups,
            boolean more,
            DeviceFilter devices,
            @Nullable ComparedAnswer comparison,
            List<String> notes,
            List<NearNames> near,
            List<FurtherQuestion> further)
            implements Answer {

        public Groups {
            groups = List.copyOf(groups);
            notes = List.copyOf(notes);
            near = List.copyOf(near);
            further = List.copyOf(further);
        }
    }

    /**
     * One group.
     *
     * @param labels for people, one for each thing that devices are counted apart by
     * @param narrowed asks for these devices alone; null where no question can
     */
    record Group(
            List<String> labels, long devices, @Nullable Question narrowed) {
        public Group {
            labels = List.copyOf(labels);
        }
    }

    /**
     * Of devices that are named.
     *
     * @param summary one sentence
     * @param devices those that have one of the names; several can have the same
     * @param differences of two devices, in the order of their pages; else none
     */
    record Single(
            Question question,
            Basis basis,
            String summary,
            List<ReportedDevice> devices,
            List<Difference> differences,
            List<String> notes,
            List<NearNames> near,
            List<FurtherQuestion> further)
            implements Answer {

        public Single {
            devices = List.copyOf(devices);
            differences = List.copyOf(differences);
            notes = List.copyOf(notes);
            near = List.copyOf(near);
            further = List.copyOf(further);
        }
    }

    /**
     * There is none.
     *
     * @param why and what to do
     */
    record None(Question question, String why, List<String> notes, List<NearNames> near, List<FurtherQuestion> further)
            implements Answer {

        public None {
            notes = List.copyOf(notes);
            near = List.copyOf(near);
            further = List.copyOf(further);
        }
    }

    /**
     * A name that nothing has.
     *
     * @param name as it was asked for
     * @param what it should be the name of, such as "device" or "user"
     * @param nearest those that are nearly so, the nearest first, each with the question that asks for it instead; can be none
     */
    record NearNames(String name, String what, List<NearName> nearest) {
        public NearNames {
            nearest = List.copyOf(nearest);
        }
    }

    /** A name that something has, and the question with it. */
    record NearName(String name, Question question) {}

    /** A question that goes on from an answer, and how many devices it finds. */
    record FurtherQuestion(Question question, long devices) {}
}
