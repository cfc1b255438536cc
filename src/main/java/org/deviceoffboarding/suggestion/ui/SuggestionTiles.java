package org.deviceoffboarding.suggestion.ui;

import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many suggestions are not completed yet. */
@Component
@Order(20)
class SuggestionTiles implements OverviewTiles {

    private final OpenSuggestions open;

    SuggestionTiles(OpenSuggestions open) {
        this.open = open;
    }

    @Override
    public List<Tile> create() {
        return List.of(new Tile(
                        "Open suggestions",
                        Amounts.number(open.now()),
                        Amounts.number(open.inProgress()) + " in progress")
                .linkingTo(SuggestionLink.PATH));
    }
}
