package org.deviceoffboarding.playbook;

import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.suggestion.FlaggedSort;

/** Tells the steps for any flagged devices, as suggestions of them have them. For whoever asked for a role. */
public interface SortPlaybooks {

    /** Returns the steps for devices of these sorts, those for most devices first. */
    List<SortPlaybook> of(List<FlaggedSort> sorts);

    /** Returns the first step of a suggestion's checklist that is not done; nothing where all are, or there is no such suggestion. */
    Optional<PlaybookStep> next(long suggestionId);
}
