package org.deviceoffboarding.playbook.checklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.playbook.PlaybookStep;
import org.deviceoffboarding.playbook.SortPlaybook;
import org.deviceoffboarding.playbook.SortPlaybooks;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PlaybookLibrary;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.suggestion.FlaggedSort;
import org.springframework.stereotype.Component;

/** Chooses playbooks for sorts of devices as for suggestions. */
@Component
class ChosenPlaybooks implements SortPlaybooks {

    /** What devices have in common that get the same steps. */
    private record Same(Platform platform, Playbook.Key playbook, List<Step> steps) {}

    private record Chosen(List<FlaggedSort> sorts, Set<String> notes) {

        int devices() {
            return sorts.stream().mapToInt(FlaggedSort::devices).sum();
        }

        Set<Ownership> ownerships() {
            Set<Ownership> ownerships = EnumSet.noneOf(Ownership.class);
            sorts.forEach(sort -> ownerships.add(sort.ownership()));
            return ownerships;
        }
    }

    private final PlaybookLibrary library;
    private final ChecklistService checklists;

    ChosenPlaybooks(PlaybookLibrary library, ChecklistService checklists) {
        this.library = library;
        this.checklists = checklists;
    }

    @Override
    public List<SortPlaybook> of(List<FlaggedSort> sorts) {
        Map<Playbook.Key, Playbook> playbooks = new LinkedHashMap<>();
        Map<Same, Chosen> chosen = new LinkedHashMap<>();
        for (FlaggedSort sort : sorts) {
            PlaybookChoice choice = PlaybookChoice.of(
                    sort.situation(), sort.platform(), sort.ownership(), sort.group(), joinTypes(sort));
            Playbook playbook = playbooks.computeIfAbsent(
                    choice.playbook(), key -> library.get(key).playbook());
            Same same = new Same(sort.platform(), playbook.key(), playbook.steps(sort.situation(), sort.platform()));
            Chosen all = chosen.computeIfAbsent(same, any -> new Chosen(new ArrayList<>(), new LinkedHashSet<>()));
            all.sorts().add(sort);
            all.notes().addAll(choice.notes());
        }
        return chosen.entrySet().stream()
                .map(each -> playbook(each.getKey(), each.getValue(), playbooks))
                .sorted(Comparator.comparing(SortPlaybook::devices).reversed())
                .toList();
    }

    private static SortPlaybook playbook(Same same, Chosen chosen, Map<Playbook.Key, Playbook> playbooks) {
        List<PlaybookStep> steps = new ArrayList<>();
        same.steps().forEach(step -> steps.add(step(steps.size() + 1, step)));
        Playbook playbook = playbooks.get(same.playbook());
        return new SortPlaybook(
                same.platform(),
                chosen.ownerships(),
                playbook == null ? same.playbook().label() : playbook.title(),
                same.playbook().path(),
                chosen.devices(),
                List.copyOf(chosen.notes()),
                steps);
    }

    private static JoinTypes joinTypes(FlaggedSort sort) {
        return new JoinTypes(
                sort.joined(),
                sort.registered(),
                sort.hybrid(),
                sort.devices() - sort.joined() - sort.registered() - sort.hybrid());
    }

    private static PlaybookStep step(int number, Step step) {
        return new PlaybookStep(
                number, step.title(), step.why(), step.how(), step.link(), step.role(), step.required());
    }

    @Override
    public Optional<PlaybookStep> next(long suggestionId) {
        return checklists.find(suggestionId).flatMap(Checklist::next).map(item -> step(item.number(), item.step()));
    }
}
